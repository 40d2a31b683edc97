/** The lists that the sample company keeps for everybody beside the standing ones: everyone's own day. */
import type { Label } from '@rapport/domain/field/kinds.ts'
import type { SavedViewDraft } from '@rapport/domain/features/saved-views/saved-views.ts'

type DemoView = Omit<SavedViewDraft, 'label' | 'shared'> & { label: Label }

const open = { field: 'phase', op: 'in' as const, value: ['open', 'commit'] }
const mine = { field: 'ownerId', op: 'in' as const, value: [{ me: true as const }] }

export const views: readonly DemoView[] = [
  {
    entity: 'opportunities',
    label: { zh: '我的在谈商机', en: 'My open deals' },
    filter: { and: [open, mine] },
    sort: ['expectedCloseAt'],
  },
  {
    entity: 'opportunities',
    label: { zh: '在谈按阶段', en: 'Open by stage' },
    filter: open,
    sort: ['-baseAmount'],
    group: 'stageId',
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
  {
    entity: 'customers',
    label: { zh: '按负责人', en: 'By owner' },
    sort: ['-lastActivityAt'],
    group: 'ownerId',
  },
]
