/**
 * What each principal may, as data: the second statement of the rules, written by hand and not asked of the policies, so
 * that a policy that says too much is contradicted. Letters: r read, c create, u update and commands, d delete.
 */

export const principals = [
  'anonymous',
  'link',
  'sales',
  'marketing',
  'service',
  'manager',
  'administrator',
  'integrator',
  'former',
] as const
export type Principal = (typeof principals)[number]
/** Where a record stands, seen from who asks; `viaCustomer` is another team's record that hangs on a customer of his. */
export const relations = ['own', 'sameTeam', 'below', 'otherTeam', 'viaCustomer', 'trash', 'absent'] as const
export type Relation = (typeof relations)[number]

/** Who is let in nowhere but through public doors. */
export const outsiders: readonly Principal[] = ['anonymous', 'link', 'former']

const table = `
                    sales  marketing  service  manager  administrator  integrator
  customers         rcud   rc         ru       rcud     rcud           rcud
  contacts          rcud   rc         rcud     rcud     rcud           rcud
  products          r      r          r        r        rcud           rcud
  sources           r      rcud       r        r        rcud           rcud
  competitors       r      r          r        rcud     rcud           rcud
  dictionaries      r      r          r        r        rcud           rcud
  dictionary-items  r      r          r        r        rcud           rcud
  exchange-rates    r      r          r        r        rcud           rcud
  pipelines         r      r          r        r        rcud           rcud
`

/** How far the right reaches over records that have an owner; whatever has none is the company's and open to its readers. */
const reach: Partial<Record<Principal, readonly Relation[]>> = {
  sales: ['own', 'viaCustomer'],
  manager: ['own', 'sameTeam', 'below', 'viaCustomer'],
  marketing: ['own', 'sameTeam', 'below', 'otherTeam', 'viaCustomer'],
  service: ['own', 'sameTeam', 'below', 'otherTeam', 'viaCustomer'],
  administrator: ['own', 'sameTeam', 'below', 'otherTeam', 'viaCustomer'],
  integrator: ['own', 'sameTeam', 'below', 'otherTeam', 'viaCustomer'],
}

const rows = table.trim().split('\n')
const heads = rows[0]!.trim().split(/\s+/) as Principal[]
const rights = new Map(
  rows.slice(1).map((row) => {
    const [noun = '', ...cells] = row.trim().split(/\s+/)
    return [noun, Object.fromEntries(heads.map((head, at) => [head, cells[at] ?? '']))]
  }),
)

export type Letter = 'r' | 'c' | 'u' | 'd'
export const isListed = (noun: string): boolean => rights.has(noun)
export const holds = (principal: Principal, noun: string, letter: Letter): boolean =>
  rights.get(noun)?.[principal]?.includes(letter) === true
/** Whether a record in this relation is visible to who may read the noun. */
export const isWithin = (principal: Principal, relation: Relation, open: boolean): boolean =>
  relation !== 'trash' && relation !== 'absent' && (open || reach[principal]?.includes(relation) === true)

/** Records that somebody sees and may still not treat so: the rule of the noun beside the right. */
export const beyondRights: { route: string; who: Principal; relations: readonly Relation[]; why: string }[] = [
  {
    route: 'POST /customers/:id/transfer',
    who: 'service',
    relations: ['sameTeam', 'below', 'otherTeam', 'viaCustomer'],
    why: 'only the owner, or who may delete within his reach, hands a customer over',
  },
]

/** Routes that are about the caller or the installation, with those who may use them; 'everybody' needs no session. */
export const otherRoutes: Record<string, readonly Principal[] | 'everybody' | 'members'> = {
  'GET /setup': 'everybody',
  'POST /setup': 'everybody',
  'POST /session': 'everybody',
  'GET /session': 'members',
  'DELETE /session': 'members',
  'PATCH /session': 'members',
  'POST /session/change-password': 'members',
  'GET /sessions': 'members',
  'DELETE /sessions/:id': 'members',
  'GET /settings': 'members',
  'PATCH /settings': ['administrator'],
}
