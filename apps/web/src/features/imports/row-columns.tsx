/** The columns of the rows of a file: what would become of each, what it is called, what is wrong or changes. */
import { duplicateReasons } from '@rapport/domain/features/duplicates/reasons.ts'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabel, type Label } from '../../lib/use-language.ts'
import { Chip, type ChipTone } from '../../ui/marks/chip.tsx'
import type { GridColumn } from '../../ui/record-grid/columns.ts'
import { titleOf } from './changed-words.ts'
import { allWords } from './problem-words.ts'
import type { Import, Row } from './imports.queries.ts'

export type GridRow = Row & { id: string }

const tones: Record<NonNullable<Row['verdict']>, ChipTone> = {
  new: 'ok',
  update: 'blue',
  duplicate: 'warn',
  error: 'risk',
}

export function Verdict({ row }: { row: Row }) {
  const { t } = useTranslation('imports')
  if (row.decision) return <Chip>{t(($) => $.decisions[row.decision as 'skip'])}</Chip>
  if (row.verdict === 'duplicate' && row.level !== null)
    return <Chip tone={row.level === 'certain' ? 'risk' : 'warn'}>{t(($) => $.levels[row.level as 'certain'])}</Chip>
  return row.verdict && <Chip tone={tones[row.verdict]}>{t(($) => $.verdicts[row.verdict as 'new'])}</Chip>
}

/** The first column that names the record. */
const names = ['name', 'label', 'label.zh', 'label.en', 'email', 'externalId', 'code', 'customerId']
export const nameOf = ({ mapping }: Import, row: Row): string => {
  const path = names.find((one) => row.values.some(({ target }) => target === one))
  const value = row.values.find(({ target }) => target === path)?.value
  return value ?? row.raw.find((cell) => cell.trim() !== '') ?? mapping[0]?.column ?? ''
}

// Why it may be there already, by the surest of what it may be.
const whyOf = ({ verdict, matches, sameAs }: Row, textOf: (label: Label | string) => string): string[] =>
  verdict === 'duplicate'
    ? ((matches[0] ?? sameAs[0])?.reasons ?? []).map((reason) => textOf(duplicateReasons[reason].label))
    : []

export const wordsOf = (of: Import, row: Row, textOf: (label: Label | string) => string): string => {
  if (row.problems.length > 0) return [allWords(row.problems), ...whyOf(row, textOf)].join(' · ')
  return row.changes.map(({ field }) => titleOf(of, field, textOf)).join(', ')
}

export function useRowColumns(of: Import): GridColumn<GridRow>[] {
  const { t } = useTranslation('imports')
  const textOf = useLabel()
  return useMemo(
    () => [
      {
        id: 'rowNo',
        label: t(($) => $.rowNo),
        width: 48,
        cell: (row, format) => format.number(row.rowNo),
      },
      { id: 'verdict', label: t(($) => $.verdict), width: 112, cell: (row) => <Verdict row={row} /> },
      { id: 'name', label: t(($) => $.record), width: 200, cell: (row) => nameOf(of, row) },
      {
        id: 'words',
        label: t(($) => $.words),
        width: 320,
        grow: true,
        cell: (row) => wordsOf(of, row, textOf),
      },
      { id: 'existing', label: t(($) => $.existingRecord), width: 180, cell: (row) => row.record?.label },
    ],
    [of, t, textOf],
  )
}
