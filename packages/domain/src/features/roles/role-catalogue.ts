/** What a role can be made of, as a screen lays it out: nouns, their sensible actions, fields a role may close. */
import type { Action, Noun } from '../../access/permissions.ts'
import type { Field, Fields, Label } from '../../field/kinds.ts'

export const actionLabels: Record<Action, Label> = {
  read: { zh: '查看', en: 'View' },
  create: { zh: '新建', en: 'Create' },
  update: { zh: '修改', en: 'Edit' },
  delete: { zh: '删除', en: 'Delete' },
  export: { zh: '导出', en: 'Export' },
  import: { zh: '导入', en: 'Import' },
}

const record: Action[] = ['read', 'create', 'update', 'delete', 'export', 'import']
const settings: Action[] = ['read', 'create', 'update']

/** The actions that mean something on a noun; a role may hold others, they open nothing. */
export const actionsOf: Record<Noun, readonly Action[]> = {
  customers: record,
  contacts: record,
  opportunities: record,
  activities: ['read', 'create', 'update', 'delete', 'export'],
  products: record,
  sources: settings,
  pipelines: settings,
  competitors: settings,
  dictionaries: settings,
  'exchange-rates': ['read', 'create', 'delete'],
  users: ['read', 'create', 'update', 'delete', 'import'],
  teams: ['read', 'create', 'update', 'import'],
  roles: ['read', 'create', 'update', 'delete'],
  'api-keys': settings,
  imports: ['read', 'create', 'update', 'delete'],
  reports: ['read', 'export'],
}

/** Nouns whose records have an owner or a team, so that a role's reach over them can be narrower than all. */
export const scopedNouns: readonly Noun[] = [
  'customers',
  'contacts',
  'opportunities',
  'activities',
  'imports',
  'reports',
  'api-keys',
]

// What a record is called and found by stays readable to who may read the record: search looks into it.
const alwaysOpen = new Set(['id', 'version', 'createdAt', 'updatedAt', 'name', 'number', 'label', 'code', 'email'])
const maskable = new Set<Field['kind']>(['text', 'longText', 'identifier', 'phones', 'emails'])

const isOpen = (name: string, field: Field) => alwaysOpen.has(name) || field.open === true

/** Whether a role may have a rule for this field, and whether the rule may be `masked`. */
export const restriction = (name: string, field: Field): { restrictable: boolean; maskable: boolean } => ({
  restrictable: !isOpen(name, field),
  maskable: !isOpen(name, field) && maskable.has(field.kind),
})

export type RestrictableField = { name: string; label: Label; maskable: boolean; writable: boolean }

/** The fields of a noun for which a role may have a rule. */
export const restrictableFields = (fields: Fields): RestrictableField[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    const found = restriction(name, field)
    return found.restrictable
      ? [{ name, label: field.label, maskable: found.maskable, writable: field.derived !== true }]
      : []
  })
