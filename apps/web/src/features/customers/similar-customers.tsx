/** While a name is typed: customers that look alike, so that nobody is entered twice. */
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { paths } from '../../app/paths.ts'
import { useFormAround } from '../../ui/form/form-context.ts'
import styles from './similar-customers.module.css'
import { similarCustomers } from './customers.queries.ts'

export function SimilarCustomers({ title }: { title: string }) {
  const { form } = useFormAround()
  const [name, setName] = useState(() => String(form.getValues().name ?? ''))
  form.watch('name', ({ value }) => setName(String(value ?? '')))
  const [rested] = useDebouncedValue(name.trim(), 300)
  const { data } = useQuery(similarCustomers(rested))
  if (!data || data.items.length === 0 || rested.length < 2) return null
  return (
    <div className={styles.similar} role="status">
      <p>{title}</p>
      <ul>
        {data.items.map((customer) => (
          <li key={customer.id}>
            <Link to={paths.customer(customer.id)} target="_blank" rel="noreferrer">
              {customer.name}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
