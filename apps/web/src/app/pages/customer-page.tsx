/** One customer, one face: what the rooms know of it, side by side. */
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { NextSteps } from '../../features/activities/next-steps.tsx'
import { contactsOf } from '../../features/contacts/contacts.queries.ts'
import { CustomerContacts } from '../../features/contacts/customer-contacts.tsx'
import { CustomerFacts } from '../../features/customers/customer-facts.tsx'
import { CustomerFigures } from '../../features/customers/customer-figures.tsx'
import { CustomerHeader } from '../../features/customers/customer-header.tsx'
import { customerQuery, type Customer as Shown } from '../../features/customers/customers.queries.ts'
import { CustomerDeals } from '../../features/opportunities/customer-deals.tsx'
import { Crumbs } from '../../ui/crumbs.tsx'
import { RecordColumns } from '../../ui/record-columns.tsx'
import { useVisit } from '../palette/visits.ts'
import { paths } from '../paths.ts'
import { useClear, useMay } from '../session.ts'
import { RecordWalk } from '../record-walk.tsx'
import { ComposerOf } from './composer-of.tsx'
import { FilesOf } from './files-of.tsx'
import { RecordStory } from './record-story.tsx'
import { RelatedTo } from './related-to.tsx'
import { SharedWith } from './shared-with.tsx'

// Last on the page, so that nothing moves when it comes.
const CustomerOwners = lazy(async () => ({
  default: (await import('../../features/customers/customer-owners.tsx')).CustomerOwners,
}))

function Side({ customer }: { customer: Shown }) {
  const may = useMay()
  const { id } = customer
  return (
    <>
      {may('activities.read') && <NextSteps about={{ customerId: id }} />}
      {may('opportunities.read') && <CustomerDeals customerId={id} />}
      {may('contacts.read') && <CustomerContacts customerId={id} />}
      <RelatedTo of="customer" record={customer} />
      <FilesOf type="customer" id={id} />
      <SharedWith noun="customers" record={customer} />
      <Suspense>
        <CustomerOwners id={id} />
      </Suspense>
    </>
  )
}

function Customer({ id }: { id: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const customer = useVisit(useSuspenseQuery(customerQuery(id)).data)
  const here = customer.shortName ?? customer.name
  const { data: contacts, isLoading } = useQuery({
    ...contactsOf(id, useClear('contacts')),
    enabled: may('contacts.read'),
  })
  const people = contacts?.items.map((contact) => ({ value: contact.id, label: contact.name }))
  const about = { customerId: id }
  return (
    <>
      <Crumbs above={[{ label: t(($) => $.nav.customers), to: paths.customers }]} here={here}>
        <RecordWalk noun="customers" id={id} />
      </Crumbs>
      <RecordColumns
        head={
          <>
            <CustomerHeader customer={customer} />
            <CustomerFigures customer={customer} />
          </>
        }
        facts={<CustomerFacts customer={customer} />}
        main={
          <>
            <ComposerOf about={about} people={people} peopleComing={isLoading} />
            <RecordStory subject={{ noun: 'customers', id }} />
          </>
        }
        side={<Side customer={customer} />}
      />
    </>
  )
}

export default function CustomerPage() {
  const { id = '' } = useParams()
  return <Customer key={id} id={id} />
}
