/** What a kept code says in the language of whoever reads it: of a row, a record or a job that went wrong some time ago. */
import type { Entry } from './errors/entry.ts'
import { errors, fill, type ErrorCode } from './errors.ts'
import { fieldErrors } from './field-errors.ts'
import type { Label } from './field/kinds.ts'

export type Locale = 'zh-CN' | 'en'
type Params = Record<string, unknown>

const languageOf = (locale: Locale): keyof Label => (locale === 'en' ? 'en' : 'zh')
const isLabel = (value: unknown): value is Label =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value

/** A label in the reader's language; what is in no language stays as it is. */
export const inLanguage = (value: unknown, locale: Locale): string => {
  if (Array.isArray(value)) return value.map((one) => inLanguage(one, locale)).join(locale === 'en' ? ', ' : '、')
  return isLabel(value) ? value[languageOf(locale)] || value.zh || value.en : String(value)
}

/** Null for a code that nobody has words for. A `reason` among the params is a code itself, where there are words for it. */
export const codeText = (code: string, locale: Locale, params: Params = {}): string | null => {
  const known: Entry | undefined = errors[code as ErrorCode]
  const label = fieldErrors[code] ?? known?.detail
  return label ? fill(label[languageOf(locale)], spoken(params, locale)) : null
}

const spoken = (params: Params, locale: Locale): Params =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const reason = name === 'reason' ? codeText(String(value), locale) : null
      return [name, reason?.replace(/[。.]$/, '') ?? inLanguage(value, locale)]
    }),
  )

/** The same where something must be said. */
export const wordsOf = (code: string, params: Params, locale: Locale): string =>
  codeText(code, locale, params) ?? codeText('internal', locale) ?? code
