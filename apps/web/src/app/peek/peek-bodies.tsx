/** What a quick look shows of each noun: who it is, what belongs to it, and its facts. */
import { customerFields } from '@rapport/domain/features/customers/customers.fields.ts'
import { useQuery } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { ContactFacts } from '../../features/contacts/contact-facts.tsx'
import { ContactPlaces } from '../../features/contacts/contact-places.tsx'
import { contactQuery, type Contact } from '../../features/contacts/contacts.queries.ts'
import { CustomerContacts } from '../../features/contacts/customer-contacts.tsx'
import { CustomerFacts } from '../../features/customers/customer-facts.tsx'
import { CustomerFigures } from '../../features/customers/customer-figures.tsx'
import { customerQuery, type Customer } from '../../features/customers/customers.queries.ts'
import { CustomerDeals } from '../../features/opportunities/customer-deals.tsx'
import { DealFacts } from '../../features/opportunities/deal-facts.tsx'
import {
  opportunityQuery,
  pipelineQuery,
  type Opportunity,
} from '../../features/opportunities/opportunities.queries.ts'
import type { PeekAs } from '../../lib/peek.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Person } from '../../ui/marks/avatar.tsx'
import { Tier } from '../../ui/marks/tier.tsx'
import { choiceLabel } from '../../ui/record-grid/cells.ts'
import { RecordHead } from '../../ui/record-head.tsx'
import { useMay } from '../session.ts'
import { Look, Read } from './look.tsx'

function CustomerLook({ customer }: { customer: Customer }) {
  const textOf = useLabel()
  const may = useMay()
  const { id, name, tier, owner, lifecycle } = customer
  const head = (
    <>
      <RecordHead
        beside
        name={name}
        letter={customer.shortName ?? name}
        marks={tier && <Tier level={tier} label={textOf(choiceLabel(customerFields.tier, tier))} />}
        line={[
          textOf(choiceLabel(customerFields.lifecycle, lifecycle)),
          owner && <Person key="owner" name={textOf(owner.label)} />,
        ]}
      />
      <CustomerFigures customer={customer} />
    </>
  )
  return (
    <Look subject={{ noun: 'customers', id }} head={head}>
      {may('opportunities.read') && <CustomerDeals customerId={id} />}
      {may('contacts.read') && <CustomerContacts customerId={id} />}
      <CustomerFacts customer={customer} />
    </Look>
  )
}

function ContactLook({ contact }: { contact: Contact }) {
  const textOf = useLabel()
  const { id, name, owner } = contact
  const line = [owner && <Person key="owner" name={textOf(owner.label)} />]
  return (
    <Look subject={{ noun: 'contacts', id }} head={<RecordHead beside name={name} line={line} />}>
      <ContactPlaces contact={contact} />
      <ContactFacts contact={contact} />
    </Look>
  )
}

function DealLook({ deal }: { deal: Opportunity }) {
  const textOf = useLabel()
  const format = useFormat()
  const { data: pipeline } = useQuery(pipelineQuery(deal.pipelineId))
  const { id, name, stage, amount, currency } = deal
  const line = [
    amount !== undefined && <b key="amount">{format.money(amount, currency, 'compact')}</b>,
    stage && textOf(stage.label),
    deal.number,
  ]
  return (
    <Look subject={{ noun: 'opportunities', id }} head={<RecordHead beside name={name} line={line} />}>
      <DealFacts deal={deal} pipeline={pipeline} />
    </Look>
  )
}

function CustomerPeek({ id }: { id: string }) {
  return <Read query={useQuery(customerQuery(id))}>{(customer) => <CustomerLook customer={customer} />}</Read>
}
function ContactPeek({ id }: { id: string }) {
  return <Read query={useQuery(contactQuery(id))}>{(contact) => <ContactLook contact={contact} />}</Read>
}
function DealPeek({ id }: { id: string }) {
  return <Read query={useQuery(opportunityQuery(id))}>{(deal) => <DealLook deal={deal} />}</Read>
}

export const peekBodies: Record<PeekAs, ComponentType<{ id: string }>> = {
  customer: CustomerPeek,
  contact: ContactPeek,
  opportunity: DealPeek,
}
