/** A new contact: who, where, and how to reach. */
import { contactFields as fields } from '@rapport/domain/features/contacts/contacts.fields.ts'
import { contactDraft } from '@rapport/domain/features/contacts/contacts.ts'
import { useTranslation } from 'react-i18next'
import type { CreatePanelProps } from '../../app/create.ts'
import { inDictionary } from '../../app/dictionary-filter.ts'
import { EmailsField } from '../../ui/emails-field.tsx'
import { FieldRow, Form } from '../../ui/form/form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { PhonesField } from '../../ui/phones-field.tsx'
import { RefField } from '../../ui/ref-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { paths } from '../../app/paths.ts'
import { DuplicateWarning } from '../duplicates/duplicate-warning.tsx'
import { useCreateContact, type ContactDraft } from './contacts.queries.ts'

const blank = { name: '', phones: [], emails: [], customerId: '', title: '', roleId: '', duplicateReason: '' }
type Entered = { customerId?: string; title?: string; roleId?: string } & Record<string, unknown>

/** The form asks for one place at a customer; the contract takes a list of them. */
const draftOf = ({ customerId, title, roleId, ...person }: Entered): Record<string, unknown> => ({
  ...person,
  ...(customerId && { customers: [{ customerId, ...(title && { title }), ...(roleId && { roleId }) }] }),
})

export default function ContactCreate({ prefill, onDone }: CreatePanelProps) {
  const { t } = useTranslation('contacts')
  const { t: common } = useTranslation('common')
  const create = useCreateContact()
  const form = useRecordForm({
    initial: { ...blank, ...prefill },
    schema: contactDraft,
    shape: draftOf,
    draftKey: 'contacts.new',
    onSubmit: async (values) => {
      const contact = await create.mutateAsync(values as ContactDraft)
      toast(t(($) => $.created, { name: contact.name }))
      onDone()
    },
  })
  return (
    <Form of={form} inPanel submit={common(($) => $.action.create)} onCancel={onDone}>
      <TextField name="name" label={fields.name.label} required maxLength={100} startHere />
      <RefField name="customerId" label={t(($) => $.customer)} to="customers" />
      <FieldRow>
        <TextField name="title" label={t(($) => $.position)} maxLength={100} />
        <RefField name="roleId" label={t(($) => $.role)} to="dictionary-items" narrow={inDictionary('contactRole')} />
      </FieldRow>
      <PhonesField name="phones" label={fields.phones.label} />
      <EmailsField name="emails" label={fields.emails.label} />
      <DuplicateWarning of="contact" hrefOf={paths.contact} />
    </Form>
  )
}
