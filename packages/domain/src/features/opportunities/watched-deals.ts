/** The open deals a manager looks at first. Lists, counts and figures take the conditions from here, so that they agree. */
import type { Label } from '../../field/kinds.ts'
import type { Filter } from '../../filter/filter.ts'

export const watches = ['large', 'stuck', 'slipping'] as const
export type Watch = (typeof watches)[number]

type WatchedDeals = { label: Label; filter: Filter; sort: string[]; columns: string[] }

const open: Filter = { field: 'phase', op: 'in', value: ['open', 'commit'] }
const openAnd = (field: string): Filter => ({ and: [open, { field, op: 'eq', value: true }] })
const what = ['customerId', 'stageId', 'amount']
const who = ['nextActionAt', 'ownerId']

export const watchedDeals: Record<Watch, WatchedDeals> = {
  large: {
    label: { zh: '大额商机', en: 'Large deals' },
    filter: openAnd('large'),
    sort: ['-baseAmount'],
    columns: [...what, 'probability', 'expectedCloseAt', ...who],
  },
  stuck: {
    label: { zh: '停滞商机', en: 'Stuck deals' },
    filter: openAnd('rotting'),
    sort: ['stageEnteredAt'],
    columns: [...what, 'daysInStage', ...who],
  },
  slipping: {
    label: { zh: '逾期或推迟', en: 'Slipping deals' },
    filter: openAnd('slipping'),
    sort: ['expectedCloseAt'],
    columns: [...what, 'expectedCloseAt', 'pushCount', ...who],
  },
}
