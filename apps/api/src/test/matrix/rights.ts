/**
 * What each principal may, as data: the second statement of the rules, written by hand and not asked of the policies, so
 * that a policy that says too much is contradicted. Letters: r read, c create, u update and commands, d delete,
 * a what is an administrator's.
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
  opportunities     rcud   r          r        rcud     rcud           rcud
  activities        rcud   r          rcud     rcud     rcud           rcud
  products          r      r          r        r        rcud           rcud
  sources           r      rcud       r        r        rcud           rcud
  competitors       r      r          r        rcud     rcud           rcud
  dictionaries      r      r          r        r        rcud           rcud
  dictionary-items  r      r          r        r        rcud           rcud
  exchange-rates    r      r          r        r        rcud           rcud
  pipelines         r      r          r        r        rcud           rcud
  users             r      r          r        r        rcuda          rcud
  teams             r      r          r        r        rcud           rcud
  roles             -      -          -        -        rcud           -
  api-keys          -      -          -        -        rcud           rcud
  imports           rcu    -          -        rcu      rcu            rcu
  reports           r      r          r        r        r              r
  saved-views       rcu    rcu        rcu      rcu      rcu            rcu
  jobs              ru     ru         ru       ru       ru             ru
  notifications     ru     ru         ru       ru       ru             ru
  comments          rcud   rcud       rcud     rcud     rcud           rcud
  attachments       rcd    rcd        rcd      rcd      rcd            rcd
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

export type Letter = 'r' | 'c' | 'u' | 'd' | 'a'
export const isListed = (noun: string): boolean => rights.has(noun)
export const holds = (principal: Principal, noun: string, letter: Letter): boolean =>
  rights.get(noun)?.[principal]?.includes(letter) === true
const onesOwn: typeof reach = {
  sales: ['own'],
  marketing: ['own'],
  service: ['own'],
  manager: ['own'],
  administrator: ['own'],
  integrator: ['own'],
}
// Other people's keys are an administrator's alone.
const reachIn: Record<string, typeof reach> = {
  'api-keys': { ...reach, integrator: ['own'] },
  // A file being brought in is its uploader's; who leads a team does not see it either.
  imports: { ...reach, sales: ['own'], manager: ['own'] },
  // A view shared with nobody is its maker's alone, whatever others see.
  'saved-views': onesOwn,
  jobs: onesOwn,
  notifications: onesOwn,
}

/** Whether a record in this relation is visible to who may read the noun. */
export const isWithin = (principal: Principal, noun: string, relation: Relation, open: boolean): boolean => {
  if (relation === 'trash' || relation === 'absent') return false
  return open || (reachIn[noun] ?? reach)[principal]?.includes(relation) === true
}

/** Routes that need another right than their shape says. */
export const letters: Record<string, [noun: string, letter: Letter]> = {
  'POST /users/:id/suspend': ['users', 'a'],
  'POST /users/:id/reactivate': ['users', 'a'],
  'POST /users/:id/leave': ['users', 'a'],
  'POST /users/:id/invite': ['users', 'a'],
  'POST /users/:id/reset-password': ['users', 'a'],
  'POST /api-keys/:id/rotate': ['api-keys', 'c'],
  // Who may read gives back what was lent to him.
  'POST /customers/:id/leave': ['customers', 'r'],
  'POST /opportunities/:id/leave': ['opportunities', 'r'],
  'GET /metrics': ['reports', 'r'],
  'GET /exports/:id/file': ['jobs', 'r'],
}

// Rows stand in a file, and that is its uploader's.
const readsOfImports = ['rows', 'errors.csv', 'undo-preview'].map((part) => `GET /imports/:id/${part}`)
const ofImports = ['dry-run', 'decide', 'run', 'retry', 'cancel', 'undo'].map((step) => `POST /imports/:id/${step}`)

const FILE = 'GET /exports/:id/file'
// The rows of the matrix have no file on the disk.
const KEPT = 'GET /attachments/:id/file'
const ofJobs = ['cancel', 'undo'].map((step) => `POST /jobs/:id/${step}`)

/** Routes that the state may refuse although rights allow them. */
export const stateful: readonly string[] = ['POST /opportunities/:id/undo-move', ...ofImports, ...ofJobs, FILE, KEPT]

/** Records that somebody sees and may still not treat so: the rule of the noun beside the right. */
export type Exception = {
  routes: readonly string[]
  who: readonly Principal[]
  relations: readonly Relation[]
  why: string
}
const ofActivities = ['start', 'complete', 'defer', 'cancel'].map((verb) => `POST /activities/:id/${verb}`)

export const beyondRights: readonly Exception[] = [
  {
    routes: ['transfer', 'share', 'unshare'].map((verb) => `POST /customers/:id/${verb}`),
    who: ['service'],
    relations: ['sameTeam', 'below', 'otherTeam'],
    why: 'only the owner, or who may delete within his reach, hands a customer over or shares it',
  },
  {
    routes: [
      ...['transfer', 'share', 'unshare'].map((verb) => `POST /opportunities/:id/${verb}`),
      'DELETE /opportunities/:id',
    ],
    who: ['sales', 'manager'],
    relations: ['viaCustomer'],
    why: 'what is seen through the customer alone is not given away, not shared and not deleted',
  },
  {
    routes: ['PATCH /activities/:id', 'DELETE /activities/:id', ...ofActivities],
    who: ['sales', 'manager'],
    relations: ['viaCustomer'],
    why: 'what others did for a customer is read, not rewritten',
  },
  {
    routes: ['POST /api-keys/:id/rotate'],
    who: ['administrator'],
    relations: ['sameTeam', 'below', 'otherTeam'],
    why: 'a key is renewed by its owner alone',
  },
  {
    routes: ['POST /api-keys', 'POST /api-keys/:id/rotate'],
    who: ['integrator'],
    relations: ['own'],
    why: 'a key makes no keys, because it never signs in',
  },
  {
    routes: ['POST /imports'],
    who: ['sales'],
    relations: ['own'],
    why: 'bringing in customers is a right over customers, which the ready role does not give',
  },
  {
    routes: ['PATCH /imports/:id', ...readsOfImports, ...ofImports],
    who: ['administrator', 'integrator'],
    relations: ['sameTeam', 'below', 'otherTeam'],
    why: 'who sees all imports sees what became of them, not the rows of other people, and works on none',
  },
  {
    routes: ['PATCH /comments/:id'],
    who: ['sales', 'marketing', 'service', 'manager', 'administrator', 'integrator'],
    relations: ['sameTeam', 'below', 'otherTeam', 'viaCustomer'],
    why: 'nobody changes what another person said',
  },
  {
    routes: ['DELETE /comments/:id', 'DELETE /attachments/:id'],
    who: ['sales', 'marketing', 'service', 'manager', 'integrator'],
    relations: ['sameTeam', 'below', 'otherTeam', 'viaCustomer'],
    why: 'only who manages the settings takes away what others said',
  },
  {
    routes: [FILE],
    who: ['sales', 'marketing', 'service'],
    relations: ['own'],
    why: 'what was exported is handed out to who may export that noun now',
  },
  { routes: ['DELETE /users/:id'], who: ['integrator'], relations: ['own'], why: 'people are for administrators' },
]

/** Routes that are about the caller or the installation, with those who may use them; 'everybody' needs no session. */
const people: readonly Principal[] = ['sales', 'marketing', 'service', 'manager', 'administrator']

export const otherRoutes: Record<string, readonly Principal[] | 'everybody' | 'members'> = {
  'GET /setup': 'everybody',
  'POST /setup': 'everybody',
  'POST /session': 'everybody',
  'GET /session': 'members',
  'DELETE /session': people,
  'PATCH /session': people,
  'POST /session/change-password': people,
  'POST /session/confirm': people,
  'POST /invitations/look': 'everybody',
  'POST /invitations/accept': 'everybody',
  'GET /events': 'members',
  'GET /events/stream': 'members',
  'POST /exports': ['manager', 'administrator', 'integrator'],
  'GET /demo': ['administrator'],
  'POST /demo/load': ['administrator'],
  'POST /demo/remove': ['administrator'],
  'GET /search': 'members',
  'POST /notifications/read-all': 'members',
  'GET /notifications/settings': 'members',
  'PATCH /notifications/settings': 'members',
  // Who may neither create nor change either noun is refused; none of the ready roles is so poor.
  'POST /duplicates/check': 'members',
  'GET /trash': 'members',
  'POST /trash/:id/restore': 'members',
  'GET /sessions': people,
  'DELETE /sessions/:id': people,
  'GET /settings': 'members',
  'PATCH /settings': ['administrator'],
}
