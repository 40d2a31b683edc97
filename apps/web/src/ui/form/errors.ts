/** What the contract's schema refuses, worded per field. */
import { fieldIssues } from '@rapport/domain/contract/issues.ts'
import { fill } from '@rapport/domain/errors.ts'
import { fieldErrors } from '@rapport/domain/field-errors.ts'
import type { z } from 'zod'
import type { Language } from '../../lib/preferences.ts'

export type Schema = z.ZodType

/** Path → sentence; the first issue of a field is the one shown. */
export function errorsOf(schema: Schema | undefined, values: unknown, language: Language): Record<string, string> {
  const parsed = schema?.safeParse(values, { reportInput: true })
  if (!parsed || parsed.success) return {}
  const worded = fieldIssues(parsed.error.issues).map(({ path, code, params }) => {
    const label = fieldErrors[code] ?? fieldErrors['field.invalid']
    return [path, label ? fill(label[language], params) : code] as const
  })
  return Object.fromEntries(worded.toReversed())
}

/** “Required” at each of these that holds nothing. */
export const missingIn = (values: Record<string, unknown>, names: string[] = [], language: Language) =>
  Object.fromEntries(
    names
      .filter((name) => String(values[name] ?? '').trim() === '')
      .map((name) => [name, fieldErrors['field.required']?.[language] ?? name]),
  )
