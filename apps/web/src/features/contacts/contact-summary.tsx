/** Beside the title: how many of these contacts nobody was ever in touch with, and how many cannot be reached; each shows them. */
import type { Fields } from '@rapport/domain/field/kinds.ts'
import { useTranslation } from 'react-i18next'
import { DeletedCount } from '../../app/deleted-count.tsx'
import type { ListState } from '../../lib/list-state.ts'
import { ListCounts, type Standout } from '../../ui/list-counts.tsx'
import { totalOf, type ListQuery } from '../../ui/list-query.ts'
import { ListSummary } from '../../ui/list-summary.tsx'
import type { Contact } from './contacts.queries.ts'

type Props = {
  query: ListQuery<Contact>
  state: ListState
  fields: Fields
  onChange: (change: Partial<ListState>) => void
}

const empty = (field: string) => ({ field, op: 'empty' }) as const

export function ContactSummary({ query, ...props }: Props) {
  const { t } = useTranslation('contacts')
  const gaps: Standout[] = [
    {
      key: 'never',
      about: 'lastActivityAt',
      conditions: [empty('lastActivityAt')],
      text: (shown) => t(($) => $.neverContacted, { shown }),
    },
    {
      key: 'unreachable',
      about: 'phones',
      conditions: [empty('phones'), empty('emails')],
      text: (shown) => t(($) => $.unreachable, { shown }),
    },
  ]
  return (
    <ListSummary query={query}>
      <ListCounts list="GET /contacts" of={gaps} total={totalOf(query)} {...props} />
      <DeletedCount of="contacts" />
    </ListSummary>
  )
}
