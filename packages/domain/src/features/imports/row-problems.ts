/** What is wrong with a row, as kept with it, shown by kind, and written into the error file. */
import { codeText, type Locale } from '../../code-text.ts'

export type RowProblem = {
  /** Header of the column it is about; null: the row as a whole. */
  column: string | null
  target: string | null
  code: string
  /** A warning is told and does not keep the row out. */
  severity: 'error' | 'warning'
  /** What stands in the file. */
  value?: string | undefined
  /** Names that exist in both languages are kept in both. */
  params?: Record<string, unknown> | undefined
}

const REASONS = 10

/** One sentence a problem, for the error file and the row's tooltip. */
export const reasonOf = ({ column, code, value, params }: RowProblem, locale: Locale): string => {
  const told = { ...(value !== undefined && { value }), ...params }
  const said = codeText(code, locale, told) ?? codeText('field.invalid', locale, told) ?? code
  if (column === null) return said
  return locale === 'en' ? `${column}: ${said}` : `${column}：${said}`
}

export const reasonsOf = (problems: readonly RowProblem[], locale: Locale): string =>
  problems
    .filter(({ severity }) => severity === 'error')
    .slice(0, REASONS)
    .map((problem) => reasonOf(problem, locale))
    .join(locale === 'en' ? '; ' : '；')
