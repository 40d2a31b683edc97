/** The first rows that did not come in, with row, column and reason in words. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Section } from '../../ui/section.tsx'
import { allWords } from './problem-words.ts'
import { rowsQuery, type Import } from './imports.queries.ts'
import styles from './result-step.module.css'

const SHOWN = 20

export function FailedRows({ of }: { of: Import }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const { data } = useInfiniteQuery({ ...rowsQuery(of, { outcome: 'failed' }), enabled: of.failed > 0 })
  const rows = (data?.pages[0]?.items ?? []).slice(0, SHOWN)
  if (rows.length === 0) return null
  const note = of.failed > rows.length ? t(($) => $.firstOf, { shown: rows.length, all: format.number(of.failed) }) : ''
  return (
    <Section bare title={t(($) => $.failedRows)} note={note}>
      <ul className={styles.failed}>
        {rows.map(({ rowNo, problems }) => (
          <li key={rowNo}>
            <b data-figure>{t(($) => $.row, { row: format.number(rowNo) })}</b>
            <span>{allWords(problems.filter(({ severity }) => severity === 'error'))}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
