/** Enters a rate, or shows one that can be taken out again: a rate is a fact and is never changed. */
import { exchangeRateFields } from '@rapport/domain/features/exchange-rates/exchange-rates.fields.ts'
import { exchangeRateDraft } from '@rapport/domain/features/exchange-rates/exchange-rates.ts'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/session.ts'
import type { BodyOf } from '../../lib/call.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Button } from '../../ui/button.tsx'
import { CurrencyField } from '../../ui/currency-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { FieldRow, Form } from '../../ui/form/form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { toast } from '../../ui/toast.tsx'
import { useCreateRate, useDeleteRate, type ExchangeRate } from './exchange-rates.queries.ts'

type Props = { known: ExchangeRate | undefined; onClose: () => void }

function TakeOut({ rate, onClose }: { rate: ExchangeRate; onClose: () => void }) {
  const { t } = useTranslation('exchangeRates')
  const problemText = useProblemText()
  const remove = useDeleteRate()
  const done = () => {
    toast(t(($) => $.takenOut))
    onClose()
  }
  const complain = (error: unknown) => toast(problemText(error), { tone: 'problem' })
  return (
    <Button
      tone="quiet"
      busy={remove.isPending}
      onClick={() => remove.mutate(rate, { onSuccess: done, onError: complain })}
    >
      {t(($) => $.takeOut)}
    </Button>
  )
}

function useRateForm({ known, onClose }: Props) {
  const format = useFormat()
  const create = useCreateRate()
  return useRecordForm({
    initial: known
      ? { currency: known.currency, date: known.date, rate: known.rate }
      : { currency: '', date: format.today(), rate: '' },
    schema: exchangeRateDraft,
    onSubmit: async (values) => {
      if (!known) await create.mutateAsync(values as BodyOf<'POST /exchange-rates'>)
      onClose()
    },
  })
}

function RateFields({ shown }: { shown: boolean }) {
  const { t } = useTranslation('exchangeRates')
  const { organisation } = useMe()
  const { currency, date, rate } = exchangeRateFields
  return (
    <>
      <FieldRow>
        <CurrencyField name="currency" label={currency.label} required disabled={shown} />
        <DateField name="date" label={date.label} required presets={false} disabled={shown} />
      </FieldRow>
      <NumberField
        name="rate"
        kind="decimal"
        label={rate.label}
        unit={organisation.baseCurrency}
        help={t(($) => $.rateHelp)}
        required
        disabled={shown}
      />
    </>
  )
}

export default function RatePanel(props: Props) {
  const { known, onClose } = props
  const { t } = useTranslation('exchangeRates')
  const { t: common } = useTranslation('common')
  const format = useFormat()
  const form = useRateForm(props)
  const title = known ? `${known.currency} · ${format.date(known.date)}` : t(($) => $.create)
  return (
    <Panel opened onClose={onClose} title={title}>
      <Form
        of={form}
        inPanel
        submit={common(($) => (known ? $.action.close : $.action.create))}
        more={known?.can.delete ? <TakeOut rate={known} onClose={onClose} /> : undefined}
      >
        <RateFields shown={known !== undefined} />
      </Form>
    </Panel>
  )
}
