/** A new customer: three things must be known, three more help; the rest is added on its page. */
import { customerKinds } from '@rapport/domain/features/customers/customer-choices.ts'
import { customerFields as fields } from '@rapport/domain/features/customers/customers.fields.ts'
import { customerDraft } from '@rapport/domain/features/customers/customers.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { CreatePanelProps } from '../../app/create.ts'
import { paths } from '../../app/paths.ts'
import { inDictionary } from '../../app/dictionary-filter.ts'
import { FieldRow, Form } from '../../ui/form/form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { PhonesField } from '../../ui/phones-field.tsx'
import { RefField } from '../../ui/ref-field.tsx'
import { SegmentedField } from '../../ui/segmented-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { DuplicateWarning } from '../duplicates/duplicate-warning.tsx'
import { customerQuery, useCreateCustomer, type CustomerDraft } from './customers.queries.ts'

const blank = { kind: 'company', name: '', sourceId: '', phones: [], city: '', industryId: '', duplicateReason: '' }

function useCreateForm({ prefill, onDone }: CreatePanelProps) {
  const { t } = useTranslation('customers')
  const navigate = useNavigate()
  const client = useQueryClient()
  const create = useCreateCustomer()
  return useRecordForm({
    initial: { ...blank, ...prefill },
    schema: customerDraft,
    draftKey: 'customers.new',
    onSubmit: async (values) => {
      const customer = await create.mutateAsync(values as CustomerDraft)
      client.setQueryData(customerQuery(customer.id).queryKey, customer)
      toast(t(($) => $.created, { name: customer.name }))
      onDone()
      await navigate(paths.customer(customer.id))
    },
  })
}

export default function CustomerCreate(props: CreatePanelProps) {
  const { t: common } = useTranslation('common')
  const form = useCreateForm(props)
  return (
    <Form of={form} inPanel submit={common(($) => $.action.create)} onCancel={props.onDone}>
      <SegmentedField name="kind" label={fields.kind.label} options={customerKinds} />
      <TextField name="name" label={fields.name.label} required maxLength={200} startHere />
      <RefField name="sourceId" label={fields.sourceId.label} to="sources" required />
      <PhonesField name="phones" label={fields.phones.label} />
      <FieldRow>
        <TextField name="city" label={fields.city.label} maxLength={60} />
        <RefField
          name="industryId"
          label={fields.industryId.label}
          to="dictionary-items"
          narrow={inDictionary('industry')}
        />
      </FieldRow>
      <DuplicateWarning of="customer" hrefOf={paths.customer} />
    </Form>
  )
}
