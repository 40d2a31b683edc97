/** The rows that did not come in, with row, column and reason in words: opened, put right, and brought in again. */
import { IconRefresh } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { allWords } from './problem-words.ts'
import { rowsQuery, useRetry, type Import, type Row } from './imports.queries.ts'
import { OpenedRow } from './opened-row.tsx'
import styles from './result-step.module.css'

/** Brings all of them in again: those put right, and those that failed for what has changed since. */
function Retry({ of }: { of: Import }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const retry = useRetry(of.id)
  const textOf = useProblemText()
  if (!of.can.retry) return null
  return (
    <>
      {retry.isError && <span role="alert">{textOf(retry.error)}</span>}
      <Button small icon={IconRefresh} busy={retry.isPending} onClick={() => retry.mutate()}>
        {t(($) => $.retryRows, { count: of.failed, shown: format.number(of.failed) })}
      </Button>
    </>
  )
}

function Failed({ of, row, onOpen }: { of: Import; row: Row; onOpen: () => void }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const name = t(($) => $.row, { row: format.number(row.rowNo) })
  const isMended = row.verdict !== 'error' && row.problems.every(({ severity }) => severity !== 'error')
  return (
    <li>
      {of.can.decide ? (
        <button type="button" className={styles.open} data-figure onClick={onOpen}>
          {name}
        </button>
      ) : (
        <b data-figure>{name}</b>
      )}
      {isMended ? (
        <span data-mended>{t(($) => $.mended)}</span>
      ) : (
        <span>{allWords(row.problems.filter(({ severity }) => severity === 'error'))}</span>
      )}
    </li>
  )
}

export function FailedRows({ of }: { of: Import }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const query = useInfiniteQuery({ ...rowsQuery(of, { outcome: 'failed' }), enabled: of.failed > 0 })
  const [opened, setOpened] = useState<number | null>(null)
  const rows = (query.data?.pages ?? []).flatMap(({ items }) => items)
  if (of.failed === 0 || rows.length === 0) return null
  const note = of.failed > rows.length ? t(($) => $.firstOf, { shown: rows.length, all: format.number(of.failed) }) : ''
  const at = rows.findIndex(({ rowNo }) => rowNo === opened)
  const [row, next] = [rows[at], rows[at + 1]]
  return (
    <Section bare title={t(($) => $.failedRows)} note={note} aside={<Retry of={of} />}>
      <ul className={styles.failed}>
        {rows.map((one) => (
          <Failed key={one.rowNo} of={of} row={one} onOpen={() => setOpened(one.rowNo)} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button tone="quiet" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t(($) => $.moreRows)}
        </Button>
      )}
      {row && of.can.decide && (
        <OpenedRow
          key={`${row.rowNo} ${of.version}`}
          of={of}
          row={row}
          onClose={() => setOpened(null)}
          onNext={next ? () => setOpened(next.rowNo) : undefined}
        />
      )}
    </Section>
  )
}
