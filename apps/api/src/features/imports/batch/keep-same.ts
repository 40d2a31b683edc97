/**
 * A row that calls a reference what its record calls it already changes nothing there: not even where the name stands for
 * several records, or for one that can be chosen no more.
 */
import type { ParsedRow } from '@rapport/domain/features/imports/parse-row.ts'
import { foldName } from '@rapport/domain/fold-name.ts'
import type { Importer, Values } from './importer.ts'

/** The paths that stay as they are; what was wrong with them is taken off the row. */
export const keepSame = (importer: Importer, row: ParsedRow, record: Values): ReadonlySet<string> => {
  const same = new Set(
    [...row.lookups]
      .filter(([path, text]) => namesOf(importer, record, path).has(foldName(text)))
      .map(([path]) => path),
  )
  if (same.size > 0) row.problems = row.problems.filter(({ target }) => target === null || !same.has(target))
  return same
}

const namesOf = ({ records, called }: Importer, record: Values, path: string): ReadonlySet<string> => {
  const field = records.fields[path]
  const own = field?.kind === 'ref' ? [(record[field.as] as { label: unknown } | null | undefined)?.label] : []
  const labels = [...own, ...(called?.by(record, path) ?? [])].flatMap((label) =>
    typeof label === 'object' && label !== null ? Object.values(label) : label,
  )
  return new Set(
    labels
      .filter((label) => typeof label === 'string')
      .map(foldName)
      .filter(Boolean),
  )
}
