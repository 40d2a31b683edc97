/** Every address of the application, so that no screen spells one. */
export const paths = {
  home: '/',
  opportunities: '/opportunities',
  analytics: '/analytics',
  funnelDeals: '/analytics/funnel',
  login: '/login',
  setup: '/setup',
  me: '/me',
  inbox: '/inbox',
  customers: '/customers',
  customer: (id: string) => `/customers/${id}`,
  contacts: '/contacts',
  contact: (id: string) => `/contacts/${id}`,
  activities: '/activities',
  products: '/products',
  trash: '/trash',
  imports: '/imports',
  import: (id: string) => `/imports/${id}`,
  /** A new import, of one noun where it is known. */
  newImport: (entity?: string) => (entity ? `/imports/new?entity=${entity}` : '/imports/new'),
  /** The list of a noun; what only administrators see stands among the settings. */
  listOf: (noun: string) => (noun === 'users' || noun === 'teams' ? `/settings/${noun}` : `/${noun}`),
  settings: '/settings',
  organisation: '/settings/organisation',
  users: '/settings/users',
  teams: '/settings/teams',
  roles: '/settings/roles',
  apiKeys: '/settings/api-keys',
  dictionaries: '/settings/dictionaries',
  exchangeRates: '/settings/exchange-rates',
  sources: '/settings/sources',
  competitors: '/settings/competitors',
  pipelines: '/settings/pipelines',
  audit: '/settings/audit',
  /** What was deleted of one kind. */
  trashOf: (noun: string) => {
    const filter = { field: 'entity', op: 'in', value: [noun] }
    return `/trash?filter=${encodeURIComponent(JSON.stringify(filter))}`
  },
  /** Everything that happened to one record. */
  auditOf: ({ noun, id }: { noun: string; id: string }) => {
    const conditions = [
      { field: 'entity', op: 'in', value: [noun] },
      { field: 'recordId', op: 'eq', value: id },
    ]
    return `/settings/audit?filter=${encodeURIComponent(JSON.stringify({ and: conditions }))}`
  },
} as const

/** The page of one record: `recordPath('customers', id)`. */
export const recordPath = (noun: string, id: string): string => `/${noun}/${encodeURIComponent(id)}`

/** The sign-in page that returns to where one was. */
export const loginPath = (from: string): string =>
  from === '/' ? paths.login : `${paths.login}?next=${encodeURIComponent(from)}`

/** Where to go after signing in: only an address of our own. */
export const nextPath = (next: string | null): string =>
  next?.startsWith('/') && !next.startsWith('//') ? next : paths.home
