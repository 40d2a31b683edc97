/** Changes a deal's own fields and its product lines; the stage is moved, never edited. */
import { opportunityFields as fields } from '@rapport/domain/features/opportunities/opportunities.fields.ts'
import { opportunityPatch } from '@rapport/domain/features/opportunities/opportunities.ts'
import { useTranslation } from 'react-i18next'
import type { BodyOf } from '../../lib/call.ts'
import { useLabel } from '../../lib/use-language.ts'
import { DateField } from '../../ui/date-field.tsx'
import { FieldRow, Form } from '../../ui/form/form.tsx'
import { useFormRecord } from '../../ui/form/form-record.ts'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { MoneyField } from '../../ui/money-field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefField } from '../../ui/ref-field.tsx'
import { LongTextField, TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { opportunityQuery, useUpdateOpportunity, type Opportunity } from './opportunities.queries.ts'

type Props = { deal: Opportunity; onClose: () => void }

const valuesOf = (deal: Opportunity) => ({
  name: deal.name,
  customerId: deal.customerId ?? '',
  amount: deal.amount,
  expectedCloseAt: deal.expectedCloseAt ?? '',
  sourceId: deal.sourceId ?? '',
  need: deal.need ?? '',
})

export default function OpportunityEdit({ deal, onClose }: Props) {
  const { t } = useTranslation('opportunities')
  const { t: common } = useTranslation('common')
  const textOf = useLabel()
  const update = useUpdateOpportunity()
  const form = useRecordForm({
    initial: valuesOf(deal),
    schema: opportunityPatch,
    record: useFormRecord(deal, opportunityQuery(deal.id), valuesOf),
    draftKey: `opportunities.${deal.id}`,
    onSubmit: async (values, version) => {
      await update.mutateAsync({ deal: { id: deal.id, version }, body: values as BodyOf<'PATCH /opportunities/:id'> })
      toast(common(($) => $.action.saved))
      onClose()
    },
  })
  const hasLines = (deal.lines?.length ?? 0) > 0
  return (
    <Panel opened onClose={onClose} title={t(($) => $.record.edit)}>
      <Form of={form} inPanel submit={common(($) => $.action.save)} onCancel={onClose}>
        <TextField name="name" label={textOf(fields.name.label)} required startHere />
        <RefField name="customerId" label={textOf(fields.customerId.label)} to="customers" />
        <FieldRow>
          {!hasLines && <MoneyField name="amount" label={textOf(fields.amount.label)} currency={deal.currency} />}
          <DateField name="expectedCloseAt" label={textOf(fields.expectedCloseAt.label)} />
        </FieldRow>
        <RefField name="sourceId" label={textOf(fields.sourceId.label)} to="sources" />
        <LongTextField name="need" label={textOf(fields.need.label)} />
      </Form>
    </Panel>
  )
}
