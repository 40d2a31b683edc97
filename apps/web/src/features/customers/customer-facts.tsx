/** What is known of a customer, in groups; each value is edited where it stands. */
import { genders, sizeBands } from '@rapport/domain/features/customers/customer-choices.ts'
import { customerFields as fields } from '@rapport/domain/features/customers/customers.fields.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useReadable } from '../../app/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Fact, FactGroup } from '../../ui/facts.tsx'
import { Person } from '../../ui/marks/avatar.tsx'
import { Phone } from '../../ui/phone.tsx'
import { choiceLabel } from '../../ui/record-grid/cells.ts'
import { useCustomerEdits } from './customer-edits.ts'
import type { Customer } from './customers.queries.ts'

type Name = keyof typeof fields & keyof Customer

/** What a value reads like. */
function useShown(customer: Customer): (name: Name) => ReactNode {
  const format = useFormat()
  const textOf = useLabel()
  const ref = (value: { label: Parameters<typeof textOf>[0] } | null | undefined) => value && textOf(value.label)
  const shown: Partial<Record<Name, () => ReactNode>> = {
    lifecycle: () => textOf(choiceLabel(fields.lifecycle, customer.lifecycle)),
    sizeBand: () => textOf(choiceLabel({ choices: sizeBands }, customer.sizeBand)),
    gender: () => textOf(choiceLabel({ choices: genders }, customer.gender)),
    industryId: () => ref(customer.industry),
    occupationId: () => ref(customer.occupation),
    sourceId: () => ref(customer.source),
    parentId: () => ref(customer.parent),
    birthDate: () => customer.birthDate && format.date(customer.birthDate),
    annualRevenue: () => customer.annualRevenue && format.money(customer.annualRevenue, customer.currency, 'trim'),
    phones: () =>
      customer.phones.length > 0 && customer.phones.map((phone) => <Phone key={phone.number} phone={phone} />),
    emails: () =>
      customer.emails.length > 0 && customer.emails.map(({ address }) => <Email key={address} address={address} />),
    website: () => customer.website?.replace(/^https?:\/\//, ''),
    addresses: () =>
      customer.addresses.length > 0 && customer.addresses.map((one, at) => <div key={at}>{lineOf(one)}</div>),
    tags: () => customer.tags.length > 0 && customer.tags.join(', '),
  }
  return (name) => (shown[name] ? shown[name]() : (customer[name] as string | null))
}

/** Too long for its line, it breaks behind the @ first. */
function Email({ address }: { address: string }) {
  const [person, house] = address.split('@')
  return (
    <div>
      {person}@<wbr />
      {house}
    </div>
  )
}

const basics: Name[] = [
  'shortName',
  'lifecycle',
  'industryId',
  'sizeBand',
  'employees',
  'annualRevenue',
  'taxNo',
  'sourceId',
  'tags',
]
const personal: Name[] = ['lifecycle', 'occupationId', 'gender', 'birthDate', 'sourceId', 'tags']
const reach: Name[] = ['phones', 'emails', 'wechat', 'website', 'region', 'city', 'addresses']

const lineOf = ({ region, city, district, street }: Customer['addresses'][number]) =>
  [region, city, district, street].filter(Boolean).join(' ')

export function CustomerFacts({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customers')
  const readable = useReadable('customers', fields)
  const editOf = useCustomerEdits(customer)
  const shown = useShown(customer)
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
      <FactGroup title={t(($) => $.basics)}>{facts(customer.kind === 'person' ? personal : basics)}</FactGroup>
      <FactGroup title={t(($) => $.reach)}>{facts(reach)}</FactGroup>
      <Belonging customer={customer} />
    </>
  )
}

function Belonging({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customers')
  const textOf = useLabel()
  const format = useFormat()
  return (
    <FactGroup title={t(($) => $.belonging)}>
      <Fact label={fields.ownerId.label}>{customer.owner && <Person name={textOf(customer.owner.label)} />}</Fact>
      <Fact label={fields.teamId.label}>{customer.team && textOf(customer.team.label)}</Fact>
      <Fact label={fields.number.label}>{customer.number}</Fact>
      <Fact label={fields.createdAt.label}>{format.dateTime(customer.createdAt)}</Fact>
    </FactGroup>
  )
}
