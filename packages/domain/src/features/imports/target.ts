/** What a column of a file can be mapped to: a field of the noun, or a part of one (the mobile among the phones). */
import type { Field, Fields, Label } from '../../field/kinds.ts'

export type Target = {
  /** `name`, `phones.mobile`, `contact.name`; unique within the entity. */
  path: string
  label: Label
  /** How a cell is read. */
  field: Field
  /** Whose field it is, where it is not the entity's own. */
  group?: Label
  required?: true
  /** Several columns may feed it. */
  many?: true
  /** Only finds existing records; never written. */
  keyOnly?: true
  /** Only past records may bring it: needs the history mark. */
  past?: true
  /** Other targets it can be made from, where no column feeds it. */
  from?: readonly string[]
  /** The dictionary whose items a reference names. */
  dictionary?: string
  /** The target whose record a reference is looked up in: a stage within its pipeline. */
  within?: string
  /** Further names a column may have, in any language. */
  names: readonly string[]
}

/** A column that is recognised and yet not brought in, because the system works it out itself. */
export type Known = { label: Label; names: readonly string[] }

export type EntityTargets = {
  targets: readonly Target[]
  /** What the product derives; a column of that name is proposed to be left out, and says why. */
  derived: readonly Known[]
  /** Paths that can identify an existing record, the best first. */
  keys: readonly string[]
}

export type Names = Record<string, readonly string[]>

const join = (whole: Label, part: Label): Label => ({ zh: `${whole.zh} · ${part.zh}`, en: `${whole.en}: ${part.en}` })
const part = (zh: string, en: string): Label => ({ zh, en })

const phoneParts: Record<string, Label> = {
  mobile: part('手机', 'mobile'),
  work: part('办公', 'work'),
  home: part('住宅', 'home'),
  fax: part('传真', 'fax'),
  other: part('其他', 'other'),
}
const emailParts: Record<string, Label> = {
  work: part('工作', 'work'),
  home: part('个人', 'personal'),
  other: part('其他', 'other'),
}
const addressParts: Record<string, Label> = {
  country: part('国家', 'country'),
  region: part('省份', 'region'),
  city: part('城市', 'city'),
  district: part('区县', 'district'),
  street: part('街道', 'street'),
  postcode: part('邮编', 'postcode'),
}
const languages: Record<string, Label> = { zh: part('中文', 'Chinese'), en: part('英文', 'English') }

const partsOf = (field: Field): { parts: Record<string, Label>; many: boolean } | null => {
  if (field.kind === 'phones') return { parts: phoneParts, many: true }
  if (field.kind === 'emails') return { parts: emailParts, many: true }
  if (field.kind === 'addresses') return { parts: addressParts, many: false }
  return field.kind === 'label' ? { parts: languages, many: false } : null
}

/** The targets that follow from a noun's fields; `names` adds what such columns are called. */
export const targetsOf = (fields: Fields, names: Names): Target[] =>
  Object.entries(fields).flatMap(([path, field]) => {
    if (field.derived) return []
    const own: Target = {
      path,
      label: field.label,
      field,
      names: names[path] ?? [],
      ...(field.required && { required: true as const }),
      ...(field.kind === 'tags' && { many: true as const }),
    }
    const inner = partsOf(field)
    if (!inner) return [own]
    const parts = Object.entries(inner.parts).map(([key, label]): Target => ({
      path: `${path}.${key}`,
      label: join(field.label, label),
      field,
      names: names[`${path}.${key}`] ?? [],
      ...(inner.many && { many: true as const }),
    }))
    return field.kind === 'label' ? [own, ...parts] : parts
  })

/** What a noun derives, for telling why such a column is left out. */
export const derivedOf = (fields: Fields, names: Names): Known[] =>
  Object.entries(fields).flatMap(([path, field]) =>
    field.derived && !['id', 'version', 'createdAt'].includes(path)
      ? [{ label: field.label, names: [path, ...(names[path] ?? [])] }]
      : [],
  )
