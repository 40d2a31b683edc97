/** One customer, one face: what the rooms know of it, side by side. */
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { CustomerContacts } from '../../features/contacts/customer-contacts.tsx'
import { CustomerFacts } from '../../features/customers/customer-facts.tsx'
import { CustomerFigures } from '../../features/customers/customer-figures.tsx'
import { CustomerHeader } from '../../features/customers/customer-header.tsx'
import { customerQuery } from '../../features/customers/customers.queries.ts'
import { Crumbs } from '../../ui/crumbs.tsx'
import { RecordColumns } from '../../ui/record-columns.tsx'
import { paths } from '../paths.ts'
import { useMay } from '../session.ts'

export default function CustomerPage() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const may = useMay()
  const { data: customer } = useSuspenseQuery(customerQuery(id))
  return (
    <>
      <Crumbs
        above={[{ label: t(($) => $.nav.customers), to: paths.customers }]}
        here={customer.shortName ?? customer.name}
      />
      <RecordColumns
        head={
          <>
            <CustomerHeader customer={customer} />
            <CustomerFigures customer={customer} />
          </>
        }
        facts={<CustomerFacts customer={customer} />}
        main={may('contacts.read') && <CustomerContacts customerId={customer.id} />}
      />
    </>
  )
}
