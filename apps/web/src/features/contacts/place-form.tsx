/** A place of a person at a customer: one more, one said anew, or the next after this one was left. */
import { dateIn } from '@rapport/domain/dates.ts'
import { contactLinkIn, type ContactLink, type ContactLinkIn } from '@rapport/domain/features/contacts/contacts.ts'
import { movedTo, withChangedPlace, withPlace } from '@rapport/domain/features/contacts/job-changes.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inDictionary } from '../../app/dictionary-filter.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { FieldRow, Form } from '../../ui/form/form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { Panel } from '../../ui/panel.tsx'
import { RefField } from '../../ui/ref-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useUpdateContact, type Contact } from './contacts.queries.ts'

/** `of` is the place that is changed, or left. */
export type PlaceTask = { kind: 'add' } | { kind: 'edit' | 'move'; of: ContactLink }
type Entered = Record<'customerId' | 'title' | 'departmentName' | 'roleId' | 'from' | 'to', string> & {
  primary: boolean
}

const blank: Entered = { customerId: '', title: '', departmentName: '', roleId: '', from: '', to: '', primary: false }

const enteredOf = ({ customerId, title, departmentName, roleId, from, to, primary }: ContactLink): Entered => ({
  customerId,
  title: title ?? '',
  departmentName: departmentName ?? '',
  roleId: roleId ?? '',
  from: from ?? '',
  to: to ?? '',
  primary,
})

// A place with a last day has ended.
const linkOf = ({ customerId, primary, to, ...rest }: Partial<Entered>): ContactLinkIn => {
  const { title, departmentName, roleId, from } = rest
  const texts = { title: title || null, departmentName: departmentName || null, roleId: roleId || null }
  const ended = to ? { to, active: false } : { to: null, active: true, primary: primary === true }
  return { customerId: customerId ?? '', ...texts, from: from || null, ...ended }
}

const placesAfter = ({ customers = [] }: Contact, task: PlaceTask, link: ContactLinkIn): ContactLinkIn[] => {
  if (task.kind === 'add') return withPlace(customers, link)
  if (task.kind === 'edit') return withChangedPlace(customers, { ...link, id: task.of.id })
  const { from, to: _to, active: _active, ...next } = link
  return movedTo(customers, task.of.id, { ...next, day: from ?? '' })
}

type Props = { contact: Contact; task: PlaceTask; onClose: () => void }

function usePlaceForm({ contact, task, onClose }: Props) {
  const { t } = useTranslation('contacts')
  const { timeZone } = useFormat().reader
  const update = useUpdateContact(contact.id)
  const [today] = useState(() => dateIn(new Date(), timeZone))
  return useRecordForm<Record<string, unknown>>({
    initial: task.kind === 'edit' ? enteredOf(task.of) : { ...blank, ...(task.kind === 'move' && { from: today }) },
    schema: contactLinkIn,
    required: task.kind === 'move' ? ['customerId', 'from'] : ['customerId'],
    shape: (values) => linkOf(values),
    onSubmit: async (values) => {
      const customers = placesAfter(contact, task, values as ContactLinkIn)
      await update.mutateAsync({ body: { customers }, version: contact.version })
      toast(t(($) => $.placeSaved[task.kind], { name: contact.name }))
      onClose()
    },
  })
}

export default function PlaceForm(props: Props) {
  const { contact, task, onClose } = props
  const { t } = useTranslation('contacts')
  const { t: common } = useTranslation('common')
  const textOf = useLabel()
  const form = usePlaceForm(props)
  const at = task.kind === 'add' ? '' : textOf(task.of.customer.label)
  return (
    <Panel opened onClose={onClose} title={t(($) => $.placeTitle[task.kind], { name: contact.name, customer: at })}>
      <Form of={form} inPanel submit={common(($) => $.action.save)} onCancel={onClose}>
        {task.kind === 'move' && <p>{t(($) => $.moveText, { customer: at })}</p>}
        {task.kind !== 'edit' && <RefField name="customerId" label={t(($) => $.customer)} to="customers" required />}
        <FieldRow>
          <TextField name="title" label={t(($) => $.position)} maxLength={100} />
          <TextField name="departmentName" label={t(($) => $.department)} maxLength={100} />
        </FieldRow>
        <RefField name="roleId" label={t(($) => $.role)} to="dictionary-items" narrow={inDictionary('contactRole')} />
        <FieldRow>
          <DateField name="from" label={t(($) => (task.kind === 'move' ? $.movedOn : $.since))} presets={false} />
          {task.kind === 'edit' && <DateField name="to" label={t(($) => $.leftOn)} presets={false} />}
        </FieldRow>
        <CheckboxField name="primary" label={t(($) => $.primaryHere)} />
      </Form>
    </Panel>
  )
}
