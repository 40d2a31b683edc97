/** What a foreign currency was worth on a day. Amounts keep the rate they were written with. */
import { exchangeRateFields } from '@rapport/domain/features/exchange-rates/exchange-rates.fields.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconCurrencyYuan, IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay, useMe } from '../../app/session.ts'
import { useListState } from '../../lib/list-state.ts'
import { NEW, useEdited } from '../../lib/use-edited.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListBar } from '../../ui/list-bar.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { FullPage } from '../../ui/page.tsx'
import type { GridColumn } from '../../ui/record-grid/columns.ts'
import { rowsOf } from '../../ui/list-query.ts'
import { RecordList } from '../../ui/record-list.tsx'
import { Total } from '../../ui/total.tsx'
import { exchangeRatesList, type ExchangeRate } from './exchange-rates.queries.ts'

const RatePanel = lazy(() => import('./rate-panel.tsx'))
const { currency, date, rate, at } = exchangeRateFields

const useColumns = (base: string): GridColumn<ExchangeRate>[] =>
  useMemo(
    () => [
      { id: 'currency', label: currency.label, width: 160, grow: true, sortable: true, cell: (row) => row.currency },
      { id: 'date', label: date.label, width: 140, sortable: true, cell: (row, format) => format.date(row.date) },
      { id: 'rate', label: rate.label, unit: base, width: 160, numeric: true, cell: (row) => row.rate },
      { id: 'at', label: at.label, width: 180, sortable: true, cell: (row, format) => format.dateTime(row.at) },
    ],
    [base],
  )

export default function ExchangeRatesPage() {
  const { t } = useTranslation('exchangeRates')
  const mayCreate = useMay()('exchange-rates.create')
  const { organisation } = useMe()
  const [state, change] = useListState({ sort: [{ field: 'date', descending: true }] })
  const query = useInfiniteQuery(exchangeRatesList(state))
  const columns = useColumns(organisation.baseCurrency)
  const { edited, edit, close } = useEdited()
  const create = (tone: 'primary' | 'plain') =>
    mayCreate && (
      <Button tone={tone} icon={IconPlus} onClick={() => edit(NEW)}>
        {t(($) => $.create)}
      </Button>
    )
  return (
    <FullPage>
      <PageHead title={t(($) => $.title)} summary={<Total of={query} />} actions={create('primary')} />
      <ListBar fields={exchangeRateFields} columns={columns} state={state} onChange={change} />
      <RecordList
        label={t(($) => $.title)}
        query={query}
        columns={columns}
        state={state}
        onChange={change}
        nameOf={(row) => `${row.currency} ${row.date}`}
        onOpen={(row) => edit(row.id)}
        empty={
          <EmptyState icon={IconCurrencyYuan} title={t(($) => $.emptyTitle)} actions={create('plain')}>
            {t(($) => $.emptyText)}
          </EmptyState>
        }
      />
      <Suspense>
        {edited && <RatePanel key={edited} known={rowsOf(query).find(({ id }) => id === edited)} onClose={close} />}
      </Suspense>
    </FullPage>
  )
}
