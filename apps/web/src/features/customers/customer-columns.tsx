/** The columns of the list of customers: what one looks for first, the rest in the column picker. */
import { customerFields as fields } from '@rapport/domain/features/customers/customers.fields.ts'
import type { Fields } from '@rapport/domain/field/kinds.ts'
import { useMemo } from 'react'
import { currencySign } from '../../lib/format.ts'
import { textOf } from '../../lib/use-language.ts'
import { useReader, type Format } from '../../lib/use-format.ts'
import { Person } from '../../ui/marks/avatar.tsx'
import { Completeness } from '../../ui/marks/ring.tsx'
import { Tier } from '../../ui/marks/tier.tsx'
import { NextStepOf } from '../../ui/next-step-of.tsx'
import { choiceLabel, labelOfRef } from '../../ui/record-grid/cells.ts'
import type { GridColumn } from '../../ui/record-grid/columns.ts'
import { When } from '../../ui/when.tsx'
import type { Customer } from './customers.queries.ts'

type Column = GridColumn<Customer>

const column = (id: keyof typeof fields, width: number, cell: Column['cell'], more: Partial<Column> = {}): Column => {
  const field: Fields[string] = fields[id]
  return { id, label: field.label, width, cell, sortable: Boolean(field.sortable), ...more }
}
const optional = { optional: true }
const say = (label: Parameters<typeof textOf>[0], format: Format) => textOf(label, format.reader.language)
const ref = (value: Parameters<typeof labelOfRef>[0], format: Format) => labelOfRef(value, format.reader.language)
const isNone = (amount: string | null) => amount === null || Number(amount) === 0

const usual = (me: string, sign: string): Column[] => [
  column('name', 240, (customer) => customer.name, { grow: true }),
  column(
    'tier',
    64,
    ({ tier }, format) => tier && <Tier level={tier} label={say(choiceLabel(fields.tier, tier), format)} />,
  ),
  column('lifecycle', 56, ({ lifecycle }, format) => say(choiceLabel(fields.lifecycle, lifecycle), format)),
  column('industryId', 96, ({ industry }, format) => ref(industry, format)),
  column('city', 72, ({ city }) => city),
  column(
    'openAmount',
    112,
    ({ openAmount: amount }, format) =>
      isNone(amount) ? '–' : format.columnMoney(amount ?? '0', format.reader.currency),
    {
      numeric: true,
      unit: sign,
    },
  ),
  column('lastActivityAt', 80, ({ lastActivityAt: at }) => <When at={at} />),
  column('nextActionAt', 160, (customer) => <NextStepOf at={customer.nextActionAt} title={customer.nextActionTitle} />),
  column('completeness', 56, ({ completeness }) => completeness !== null && <Completeness percent={completeness} />),
  column(
    'ownerId',
    92,
    ({ owner, ownerId }, format) => owner && <Person name={ref(owner, format)} me={ownerId === me} />,
  ),
]

const chosen: Column[] = [
  column('number', 128, ({ number }) => number, optional),
  column('kind', 64, ({ kind }, format) => say(choiceLabel(fields.kind, kind), format), optional),
  column('shortName', 120, ({ shortName }) => shortName, optional),
  column('sourceId', 112, ({ source }, format) => ref(source, format), optional),
  column('teamId', 112, ({ team }, format) => ref(team, format), optional),
  column('sizeBand', 104, ({ sizeBand }, format) => say(choiceLabel(fields.sizeBand, sizeBand), format), optional),
  column('region', 80, ({ region }) => region, optional),
  column('phones', 136, ({ phones }) => phones?.[0]?.number, optional),
  column('emails', 184, ({ emails }) => emails?.[0]?.address, optional),
  column('createdAt', 104, ({ createdAt }) => <When at={createdAt} />, optional),
]

/** Without the fields the reader may not see. */
export function useCustomerColumns(readable: Fields, me: string): Column[] {
  const { currency, language } = useReader()
  const sign = currencySign(currency, language)
  return useMemo(() => [...usual(me, sign), ...chosen].filter(({ id }) => id in readable), [readable, me, sign])
}
