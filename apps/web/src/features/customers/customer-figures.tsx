/** The headline figures of a customer. */
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { NextStepOf } from '../../ui/next-step-of.tsx'
import { Figures } from '../../ui/record-head.tsx'
import type { Customer } from './customers.queries.ts'

export function CustomerFigures({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const { currency: base } = format.reader
  const { openAmount, annualRevenue, currency, lastActivityAt } = customer
  const money = (amount: string, code: string) => ({
    value: format.money(amount, code, 'compact'),
    title: format.money(amount, code),
  })
  return (
    <Figures
      items={[
        ...(openAmount ? [{ label: t(($) => $.open), ...money(openAmount, base) }] : []),
        ...(annualRevenue ? [{ label: t(($) => $.revenue), ...money(annualRevenue, currency) }] : []),
        {
          label: t(($) => $.contacted),
          value:
            lastActivityAt === undefined ? '–' : lastActivityAt ? format.relative(lastActivityAt) : t(($) => $.never),
          note: <NextStepOf at={customer.nextActionAt} title={customer.nextActionTitle} />,
        },
      ]}
    />
  )
}
