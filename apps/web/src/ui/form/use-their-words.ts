/** At a field that somebody else has changed meanwhile: what they saved. */
import { useTranslation } from 'react-i18next'
import { useFormAround } from './form-context.ts'
import { same } from './values.ts'

/** What a value reads like; null where it cannot be said in a line. */
export type Wording = (value: unknown) => string | null

const plain: Wording = (value) => (typeof value === 'string' || typeof value === 'number' ? String(value) : null)

/** The part of a value that a path names: `label.zh`. */
const partOf = (values: unknown, path: string): unknown =>
  path.split('.').reduce((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], values)

/** What the other has put there; undefined where both agree. */
export function useTheirs(name: string): { value: unknown } | undefined {
  const { form, conflict } = useFormAround()
  const [field = name] = name.split('.')
  if (!conflict?.fields.includes(field)) return undefined
  const value = partOf(conflict.theirs.values, name)
  return same(value, partOf(form.getValues(), name)) ? undefined : { value }
}

export function useTheirWords(name: string, wordingOf: Wording = plain): string | undefined {
  const { t } = useTranslation()
  const theirs = useTheirs(name)
  if (!theirs) return undefined
  if (same(theirs.value, '') || same(theirs.value, [])) return t(($) => $.form.theyEmptied)
  const words = wordingOf(theirs.value)
  return words === null ? t(($) => $.form.theyChanged) : t(($) => $.form.theyWrote, { value: words })
}
