/** Which fields of a noun an actor may read, and how. A field one may not read does not exist for him, on any channel. */
import type { Field, Fields } from '../field/kinds.ts'
import type { Actor, FieldAccess, RoleRules } from './actor.ts'

/** Of an actor what decides which fields he reads; a page knows no more of its reader. */
export type FieldReader = { kind: Actor['kind']; rules: Pick<RoleRules, 'fieldRules'> }

// Without id and version no record can be sent, changed or asked for again.
const always = new Set(['id', 'version'])

export const fieldAccess = (actor: FieldReader, noun: string, name: string): FieldAccess =>
  actor.kind === 'system' || always.has(name) ? 'write' : (actor.rules.fieldRules[`${noun}.${name}`] ?? 'write')

/** Whether the actor reads the field as it is, neither hidden nor masked. */
export const isClear = (actor: FieldReader, noun: string, name: string): boolean => {
  const access = fieldAccess(actor, noun, name)
  return access === 'read' || access === 'write'
}

const labelFields: Record<string, string> = {
  customers: 'name',
  contacts: 'name',
  opportunities: 'name',
  activities: 'subject',
  users: 'name',
  competitors: 'name',
}

// Nouns whose fields stand under the rules of another.
const ruledWith: Record<string, string> = { 'dictionary-items': 'dictionaries', stages: 'pipelines' }

/** Whether the actor may read what people call a record of this noun, wherever another record refers to it. */
export const readsLabel = (actor: FieldReader, noun: string): boolean =>
  isClear(actor, ruledWith[noun] ?? noun, labelFields[noun] ?? 'label')

// A figure made of what one may not read would tell of it.
const restsOnHidden = (actor: FieldReader, noun: string, field: Field): boolean =>
  field.restsOn?.some((path) => {
    const [name = '', ...of] = path.split('.').toReversed()
    return !isClear(actor, of[0] ?? noun, name)
  }) === true

/** Whether the actor reads a field as it is and all that it is made of: what a sum of it asks, wherever it is shown. */
export const readsFigure = (actor: FieldReader, noun: string, fields: Fields, name: string): boolean =>
  isClear(actor, noun, name) && !(fields[name] && restsOnHidden(actor, noun, fields[name]))

/** The fields the actor may read; masked ones are among them but can neither filter, sort, group nor be searched. */
export const readableFields = <F extends Fields>(actor: FieldReader, noun: string, fields: F): Fields =>
  readsEverything(actor)
    ? fields
    : Object.fromEntries(Object.entries(fields).flatMap((entry) => usable(actor, noun, entry)))

// Many roles have no rule for any field, and then there is nothing to look through at every request.
const readsEverything = ({ kind, rules }: FieldReader): boolean =>
  kind === 'system' || Object.keys(rules.fieldRules).length === 0

const usable = (actor: FieldReader, noun: string, [name, field]: [string, Field]): [string, Field][] => {
  const access = fieldAccess(actor, noun, name)
  if (access === 'hidden' || restsOnHidden(actor, noun, field)) return []
  return [[name, access === 'masked' ? unusable(field) : field]]
}

const unusable = (field: Field): Field => {
  const { sortable: _s, filterable: _f, groupable: _g, ...rest } = field
  return rest as Field
}

/** What a masked value shows: the ends of a phone number, the domain of an address, nothing else. */
export const mask = (value: unknown): unknown => {
  if (value === null || value === undefined) return value
  if (Array.isArray(value)) return value.map(mask)
  if (typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, key === 'type' || key === 'valid' ? part : mask(part)]),
    )
  }
  if (typeof value !== 'string') return null
  const chars = [...value] // never half of a character
  if (value.includes('@')) return `${chars[0]}****${value.slice(value.indexOf('@'))}`
  return chars.length >= 8 ? `${chars.slice(0, 3).join('')}****${chars.slice(-4).join('')}` : '****'
}
