/** What is known of a contact; each value is edited where it stands. */
import { contactGenders } from '@rapport/domain/features/contacts/contact-choices.ts'
import { contactFields as fields } from '@rapport/domain/features/contacts/contacts.fields.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useReadable } from '../../app/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Fact, FactGroup } from '../../ui/facts.tsx'
import { Phone } from '../../ui/phone.tsx'
import { choiceLabel } from '../../ui/record-grid/cells.ts'
import { useContactEdits } from './contact-edits.ts'
import type { Contact } from './contacts.queries.ts'

type Name = keyof typeof fields & keyof Contact

function useShown(contact: Contact): (name: Name) => ReactNode {
  const format = useFormat()
  const textOf = useLabel()
  const shown: Partial<Record<Name, () => ReactNode>> = {
    gender: () => textOf(choiceLabel({ choices: contactGenders }, contact.gender)),
    birthDate: () => contact.birthDate && format.date(contact.birthDate),
    reportsToId: () => contact.reportsTo && textOf(contact.reportsTo.label),
    occupationId: () => contact.occupation && textOf(contact.occupation.label),
    phones: () =>
      contact.phones.length > 0 && contact.phones.map((phone) => <Phone key={phone.number} phone={phone} />),
    emails: () => contact.emails.length > 0 && contact.emails.map(({ address }) => <div key={address}>{address}</div>),
    tags: () => contact.tags.length > 0 && contact.tags.join(', '),
  }
  return (name) => (shown[name] ? shown[name]() : (contact[name] as string | null))
}

const reach: Name[] = ['phones', 'emails', 'wechat']
const basics: Name[] = ['salutation', 'reportsToId', 'gender', 'birthDate', 'tags', 'note']

export function ContactFacts({ contact }: { contact: Contact }) {
  const { t } = useTranslation('contacts')
  const readable = useReadable('contacts', fields)
  const editOf = useContactEdits(contact)
  const shown = useShown(contact)
  const facts = (names: Name[]) =>
    names
      .filter((name) => name in readable)
      .map((name) => (
        <Fact key={name} label={fields[name].label} edit={editOf(name, name === 'phones')}>
          {shown(name)}
        </Fact>
      ))
  return (
    <>
      <FactGroup title={t(($) => $.reach)}>{facts(reach)}</FactGroup>
      <FactGroup title={t(($) => $.basics)}>{facts(basics)}</FactGroup>
    </>
  )
}
