/** The fields of a product's form, the same for a new one and a known one. */
import { productFields as fields } from '@rapport/domain/features/products/products.fields.ts'
import { useTranslation } from 'react-i18next'
import { useWritable } from '../../app/session.ts'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { CurrencyField } from '../../ui/currency-field.tsx'
import { FieldRow, MoreFields } from '../../ui/form/form.tsx'
import { LabelField } from '../../ui/label-field.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { LongTextField, TextField } from '../../ui/text-field.tsx'
import type { Product } from './products.queries.ts'

const text = (value: string | null | undefined) => value ?? ''

/** What the inputs hold of a product, or to begin with. */
export const productValues = (product?: Product) => ({
  label: product?.label ?? { zh: '', en: '' },
  code: text(product?.code),
  kind: product?.kind ?? 'good',
  series: text(product?.series),
  unit: text(product?.unit),
  listPrice: product?.listPrice ?? '',
  currency: product?.currency ?? '',
  cost: text(product?.cost),
  taxRate: product?.taxRate ?? '',
  active: product?.active ?? true,
  description: text(product?.description),
})

export function ProductInputs() {
  const { t } = useTranslation('common')
  const mayWrite = useWritable('products')
  return (
    <>
      <LabelField name="label" label={fields.label.label} required startHere />
      <FieldRow>
        <TextField name="code" label={fields.code.label} required />
        <TextField name="unit" label={fields.unit.label} />
      </FieldRow>
      <FieldRow>
        <NumberField kind="decimal" name="listPrice" label={fields.listPrice.label} />
        <CurrencyField name="currency" label={fields.currency.label} />
      </FieldRow>
      <MoreFields label={t(($) => $.form.moreFields)}>
        <FieldRow>
          {mayWrite('cost') && <NumberField kind="decimal" name="cost" label={fields.cost.label} />}
          <NumberField kind="percent" name="taxRate" label={fields.taxRate.label} />
        </FieldRow>
        <FieldRow>
          <SelectField name="kind" label={fields.kind.label} options={fields.kind.choices} />
          <TextField name="series" label={fields.series.label} />
        </FieldRow>
        <LongTextField name="description" label={fields.description.label} />
      </MoreFields>
      <CheckboxField name="active" label={fields.active.label} />
    </>
  )
}
