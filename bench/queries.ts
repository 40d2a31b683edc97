/** Addresses of the API as the screens ask it. */

export const queryOf = (values: Record<string, string>): string => new URLSearchParams(values).toString()

/** Takes the values in turn, over and over. */
export const inTurn = <T>(values: readonly T[]): (() => T) => {
  let at = -1
  return () => {
    at = (at + 1) % values.length
    return values[at] as T
  }
}

const DEALS = '/api/v1/opportunities'

// The columns a list of deals opens with.
const FIELDS =
  'number,name,customerId,stageId,phase,amount,baseAmount,probability,expectedCloseAt,ownerId,nextActionAt,lastActivityAt,updatedAt'

export const AMOUNTS = ['5000', '10000', '20000', '50000', '80000']

const stillOpen = { field: 'phase', op: 'in', value: ['open', 'commit'] }

/** Two filters, a sort, joined names, fifty rows and their total. */
export const listPath = (amount: string): string => {
  const filter = JSON.stringify({ and: [stillOpen, { field: 'amount', op: 'gte', value: amount }] })
  return `${DEALS}?${queryOf({ filter, sort: '-amount', limit: '50', fields: FIELDS })}`
}

export const dealPath = (id: string): string => `${DEALS}/${id}`

/** Count, sum and weighted sum of what is open, or of everything, by stage. */
export const stagesPath = (what: 'open' | 'all'): string =>
  `${DEALS}/aggregate?${queryOf({
    ...(what === 'open' && { filter: JSON.stringify(stillOpen) }),
    groupBy: 'stageId',
    measures: 'count,sum:baseAmount,sum:weightedBase',
  })}`

export const boardPath = (pipelineId: string): string => `${DEALS}/board?${queryOf({ pipelineId })}`
