/** The lists that the sample company keeps for everybody: a manager's first questions, and everyone's own day. */
import type { Label } from '@rapport/domain/field/kinds.ts'
import type { SavedViewDraft } from '@rapport/domain/features/saved-views/saved-views.ts'

type DemoView = Omit<SavedViewDraft, 'label' | 'shared'> & { label: Label }

const open = { field: 'phase', op: 'in' as const, value: ['open', 'commit'] }
const mine = { field: 'ownerId', op: 'in' as const, value: [{ me: true as const }] }
const what = ['customerId', 'stageId', 'amount']

export const views: readonly DemoView[] = [
  {
    entity: 'opportunities',
    label: { zh: '我的在谈商机', en: 'My open deals' },
    filter: { and: [open, mine] },
    sort: ['expectedCloseAt'],
  },
  {
    entity: 'opportunities',
    label: { zh: '大额商机', en: 'Large deals' },
    filter: { and: [open, { field: 'baseAmount', op: 'gte', value: '500000' }] },
    sort: ['-baseAmount'],
    columns: [...what, 'probability', 'expectedCloseAt', 'nextActionAt', 'ownerId'],
  },
  {
    entity: 'opportunities',
    label: { zh: '逾期或多次推迟', en: 'Slipping deals' },
    filter: {
      and: [
        open,
        {
          or: [
            { field: 'expectedCloseAt', op: 'before', value: { daysAgo: 0 } },
            { field: 'pushCount', op: 'gte', value: 3 },
          ],
        },
      ],
    },
    sort: ['expectedCloseAt'],
    columns: [...what, 'expectedCloseAt', 'pushCount', 'nextActionAt', 'ownerId'],
  },
  {
    entity: 'opportunities',
    label: { zh: '停滞商机', en: 'Stuck deals' },
    filter: { and: [open, { field: 'rotting', op: 'eq', value: true }] },
    sort: ['stageEnteredAt'],
    columns: [...what, 'daysInStage', 'nextActionAt', 'ownerId'],
  },
  {
    entity: 'customers',
    label: { zh: '我的客户', en: 'My customers' },
    filter: mine,
    sort: ['-lastActivityAt'],
  },
  {
    entity: 'customers',
    label: { zh: '两周未跟进', en: 'Quiet for two weeks' },
    filter: {
      and: [
        { field: 'lifecycle', op: 'in', value: ['prospect', 'active'] },
        { field: 'lastActivityAt', op: 'before', value: { daysAgo: 14 } },
      ],
    },
    sort: ['lastActivityAt'],
  },
]
