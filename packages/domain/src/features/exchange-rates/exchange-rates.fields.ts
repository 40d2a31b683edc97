/** What one unit of a currency is worth in base currency, as of a day. A fact: entered or taken out, never changed. */
import { field } from '../../field/kinds.ts'

export const exchangeRateFields = {
  id: field.id({ label: { zh: '编号', en: 'Id' }, derived: true, required: true }),
  currency: field.currency({
    label: { zh: '币种', en: 'Currency' },
    required: true,
    sortable: true,
    filterable: true,
    groupable: true,
  }),
  date: field.date({ label: { zh: '日期', en: 'Date' }, required: true, sortable: true, filterable: true }),
  rate: field.decimal({ label: { zh: '汇率', en: 'Rate' }, required: true, scale: 8, min: '0.00000001' }),
  at: field.instant({ label: { zh: '录入时间', en: 'Entered' }, derived: true, required: true, sortable: true }),
} as const
