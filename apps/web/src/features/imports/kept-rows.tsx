/** The rows an undo left as they are, or a part of them, with the record and the reason. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { recordPath } from '../../app/paths.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Pending } from '../../ui/pending.tsx'
import { Section } from '../../ui/section.tsx'
import { titleOf } from './changed-words.ts'
import { bareWords } from './problem-words.ts'
import { rowsQuery, type Import, type Row } from './imports.queries.ts'
import styles from './result-step.module.css'

const SHOWN = 20

function Why({ of, row }: { of: Import; row: Row }) {
  const textOf = useLabel()
  const problem = row.problems.at(-1)
  if (!problem) return null
  const since = (problem.params?.since ?? []) as string[]
  const fields = since.map((field) => titleOf(of, field, textOf)).join(', ')
  return <>{fields === '' ? bareWords(problem) : `${bareWords(problem)} (${fields})`}</>
}

export function KeptRows({ of }: { of: Import }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const query = useInfiniteQuery({ ...rowsQuery(of, { undo: 'kept' }), enabled: of.kept > 0 })
  const rows = (query.data?.pages[0]?.items ?? []).slice(0, SHOWN)
  if (query.isError) return <Pending of={query} />
  if (rows.length === 0) return null
  const note = of.kept > rows.length ? t(($) => $.firstOf, { shown: rows.length, all: format.number(of.kept) }) : ''
  const named = ({ record, rowNo }: Row) => record?.label || t(($) => $.row, { row: format.number(rowNo) })
  return (
    <Section bare title={t(($) => $.keptRows)} note={note}>
      <ul className={styles.failed} data-kept>
        {rows.map((row) => (
          <li key={row.rowNo}>
            {row.record ? (
              <Link to={recordPath(of.entity, row.record.id)}>{named(row)}</Link>
            ) : (
              <b data-figure>{named(row)}</b>
            )}
            <span>
              <Why of={of} row={row} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
