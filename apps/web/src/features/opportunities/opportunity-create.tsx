/** A new opportunity: six fields, prefilled from where one came; the rest can wait. */
import { opportunityFields as fields } from '@rapport/domain/features/opportunities/opportunities.fields.ts'
import { opportunityDraft } from '@rapport/domain/features/opportunities/opportunities.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { recordPath } from '../../app/paths.ts'
import type { CreatePanelProps } from '../../app/create.ts'
import { useMe } from '../../app/session.ts'
import type { BodyOf } from '../../lib/call.ts'
import { DateField } from '../../ui/date-field.tsx'
import { FieldRow, Form, MoreFields } from '../../ui/form/form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { MoneyField } from '../../ui/money-field.tsx'
import { RefField } from '../../ui/ref-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { LongTextField, TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { Pending } from '../../ui/pending.tsx'
import { pipelinesQuery, useCreateOpportunity, type Pipeline } from './opportunities.queries.ts'

const blank = { name: '', customerId: '', pipelineId: '', amount: '', expectedCloseAt: '', sourceId: '', need: '' }

/** A deal goes into the pipeline chosen, or the usual one where there is no choice. */
function useCreateForm({ prefill, onDone }: CreatePanelProps, usual: string | undefined) {
  const { t } = useTranslation('opportunities')
  const navigate = useNavigate()
  const create = useCreateOpportunity()
  return useRecordForm({
    initial: { ...blank, ...prefill, pipelineId: usual ?? '' },
    draftKey: 'opportunities.new',
    schema: opportunityDraft,
    onSubmit: async (values) => {
      const body = { ...values, pipelineId: values.pipelineId || usual } as BodyOf<'POST /opportunities'>
      const made = await create.mutateAsync(body)
      toast(t(($) => $.created, { number: made.number }))
      onDone()
      void navigate(recordPath('opportunities', made.id))
    },
  })
}

export default function OpportunityCreate(props: CreatePanelProps) {
  const query = useQuery(pipelinesQuery)
  if (!query.data) return <Pending of={query} />
  return <CreateForm {...props} pipelines={query.data.items} />
}

function CreateForm({ pipelines, ...props }: CreatePanelProps & { pipelines: Pipeline[] }) {
  const { t } = useTranslation('common')
  const { organisation } = useMe()
  const usual = pipelines.find(({ isDefault }) => isDefault) ?? pipelines[0]
  const form = useCreateForm(props, usual?.id)
  return (
    <Form of={form} inPanel submit={t(($) => $.action.create)} onCancel={props.onDone}>
      <TextField name="name" label={fields.name.label} required startHere />
      <RefField name="customerId" label={fields.customerId.label} to="customers" />
      <FieldRow>
        <MoneyField name="amount" label={fields.amount.label} currency={organisation.baseCurrency} />
        <DateField name="expectedCloseAt" label={fields.expectedCloseAt.label} />
      </FieldRow>
      {pipelines.length > 1 && (
        <SelectField
          name="pipelineId"
          label={fields.pipelineId.label}
          options={pipelines.map(({ id, label }) => ({ value: id, label }))}
        />
      )}
      <MoreFields label={t(($) => $.form.moreFields)}>
        <RefField name="sourceId" label={fields.sourceId.label} to="sources" />
        <LongTextField name="need" label={fields.need.label} />
      </MoreFields>
    </Form>
  )
}
