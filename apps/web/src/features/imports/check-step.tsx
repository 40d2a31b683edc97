/** Every row with what would become of it: put right where it is wrong, decided where it meets a record there already is. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useFormat } from '../../lib/use-format.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { NoMatch } from '../../ui/empty-state.tsx'
import { RecordGrid } from '../../ui/record-grid/record-grid.tsx'
import { Pending } from '../../ui/pending.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { rowsQuery, useRun, type Import, type Row } from './imports.queries.ts'
import styles from './mapping-step.module.css'
import { CheckBar, filterOf } from './check-bar.tsx'
import { useRowColumns, type GridRow } from './row-columns.tsx'
import { OpenedRow } from './opened-row.tsx'
import { RowCard } from './row-card.tsx'
import { Found, WizardFoot } from './wizard-foot.tsx'

const asGridRow = (row: Row): GridRow => ({ ...row, id: String(row.rowNo) })

function Rows({ of }: { of: Import }) {
  const { t } = useTranslation('imports')
  const [params, setParams] = useSearchParams()
  const query = useInfiniteQuery(rowsQuery(of, filterOf(params)))
  const columns = useRowColumns(of)
  const [opened, setOpened] = useState<number | null>(null)
  const rows = (query.data?.pages ?? []).flatMap(({ items }) => items.map(asGridRow))
  const at = rows.findIndex(({ rowNo }) => rowNo === opened)
  const row = rows[at]
  const next = rows[at + 1]
  if (!query.data) return <Pending of={query} />
  if (rows.length === 0) return <NoMatch onClear={() => setParams({ step: 'check' })} />
  return (
    <>
      <RecordGrid<GridRow>
        label={t(($) => $.rowsLabel)}
        rows={rows}
        columns={columns}
        sort={[]}
        onSort={() => undefined}
        total={query.data?.pages[0]?.total?.value}
        hasMore={query.hasNextPage}
        onMore={() => void query.fetchNextPage({ cancelRefetch: false })}
        stale={query.isPlaceholderData}
        nameOf={({ rowNo }) => t(($) => $.row, { row: rowNo })}
        onOpen={({ rowNo }) => setOpened(rowNo)}
        card={(one) => <RowCard of={of} row={one} />}
      />
      {row && (
        <OpenedRow
          key={`${row.rowNo} ${of.version}`}
          of={of}
          row={row}
          onClose={() => setOpened(null)}
          onNext={next ? () => setOpened(next.rowNo) : undefined}
        />
      )}
    </>
  )
}

function Begin({ of }: { of: Import }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const run = useRun(of.id)
  const textOf = useProblemText()
  const { checked } = of
  const good = checked ? (checked.writes ?? checked.new + checked.update) : 0
  return (
    <>
      {run.isError && (
        <span className={styles.problem} role="alert">
          {textOf(run.error)}
        </span>
      )}
      <Button tone="primary" busy={run.isPending} disabled={!of.can.run || good === 0} onClick={() => run.mutate()}>
        {t(($) => $.beginRows, { count: good, shown: format.number(good) })}
      </Button>
    </>
  )
}

export function CheckStep({ of }: { of: Import }) {
  const { t } = useTranslation('imports')
  return (
    <>
      <CheckBar of={of} />
      {of.status === 'checking' ? <Waiting /> : <Rows of={of} />}
      <WizardFoot
        buttons={
          <>
            <ButtonLink tone="quiet" to="?step=map">
              {t(($) => $.back)}
            </ButtonLink>
            <Begin of={of} />
          </>
        }
      >
        <Found of={of} />
      </WizardFoot>
    </>
  )
}
