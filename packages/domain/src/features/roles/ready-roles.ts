/** The roles a new installation starts with; an administrator changes them as he likes. */
import type { RoleRules } from '../../access/actor.ts'
import { actions, nouns, specials, type Action, type Noun, type Special } from '../../access/permissions.ts'
import type { Scope } from '../../access/scope.ts'
import type { Label } from '../../field/kinds.ts'

export type ReadyRole = RoleRules & { code: string; label: Label }

const read: Action[] = ['read']
const write: Action[] = ['read', 'create', 'update', 'delete']
const every: Action[] = [...actions]

const shared: Partial<Record<Noun, Action[]>> = {
  sources: read,
  pipelines: read,
  competitors: read,
  dictionaries: read,
  products: read,
  'exchange-rates': read,
  users: read,
  teams: read,
  reports: read,
}

const sales: Partial<Record<Noun, Action[]>> = {
  ...shared,
  customers: write,
  contacts: write,
  opportunities: write,
  activities: write,
}
const all = (list: Action[]) =>
  Object.fromEntries(Object.keys(nouns).map((noun) => [noun, list])) as Record<Noun, Action[]>
const reach = (scope: Scope) =>
  Object.fromEntries(Object.keys(nouns).map((noun) => [noun, openNouns.has(noun) ? 'all' : scope])) as Record<
    Noun,
    Scope
  >
// What is the company's own is seen whole by whoever may read it at all.
const openNouns = new Set<string>([
  'sources',
  'pipelines',
  'competitors',
  'dictionaries',
  'products',
  'exchange-rates',
  'users',
  'teams',
  'roles',
])

// What a reader of everything has no business in.
const closed: Partial<Record<Noun, Action[]>> = { imports: [], roles: [], 'api-keys': [] }

const role = (
  code: string,
  zh: string,
  en: string,
  rights: RoleRules['rights'],
  scope: Scope,
  special: Special[] = [],
): ReadyRole => ({
  code,
  label: { zh, en },
  rights,
  // Other people's keys are an administrator's business alone.
  scopes: { ...reach(scope), 'api-keys': code === 'administrator' ? 'all' : 'self' },
  fieldRules: {},
  special,
})

export const readyRoles: readonly ReadyRole[] = [
  role('administrator', '管理员', 'Administrator', all(every), 'all', Object.keys(specials) as Special[]),
  role(
    'salesManager',
    '销售主管',
    'Sales manager',
    {
      ...sales,
      customers: every,
      contacts: every,
      opportunities: every,
      activities: every,
      imports: write,
      competitors: write,
      reports: ['read', 'export'],
    },
    'teamAndBelow',
    ['stage.override', 'source.correct', 'duplicate.override', 'import.history'],
  ),
  role('rep', '销售', 'Sales rep', { ...sales, imports: write }, 'self'),
  role(
    'marketer',
    '市场',
    'Marketer',
    {
      ...shared,
      sources: write,
      customers: [...read, 'create'],
      contacts: [...read, 'create'],
      opportunities: read,
      activities: read,
    },
    'all',
  ),
  role(
    'serviceStaff',
    '客服',
    'Service staff',
    { ...shared, customers: [...read, 'update'], contacts: write, opportunities: read, activities: write },
    'all',
  ),
  role(
    'serviceManager',
    '服务主管',
    'Service manager',
    { ...shared, customers: [...read, 'update'], contacts: write, opportunities: read, activities: write },
    'all',
  ),
  role('finance', '财务', 'Finance', { ...shared, customers: read, contacts: read, opportunities: read }, 'all'),
  role('executive', '管理层', 'Executive', { ...all(read), ...closed }, 'all', ['audit.read']),
  role('readOnly', '只读', 'Read only', { ...all(read), ...closed }, 'teamAndBelow'),
  role('integrator', '集成方', 'Integrator', { ...all(every), roles: [] }, 'all', [
    'import.history',
    'duplicate.override',
    'pipeline.define',
  ]),
]
