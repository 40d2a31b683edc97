/** The columns of the list of contacts. */
import { contactFields as fields } from '@rapport/domain/features/contacts/contacts.fields.ts'
import type { Fields } from '@rapport/domain/field/kinds.ts'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { phone as grouped } from '../../lib/format.ts'
import { textOf } from '../../lib/use-language.ts'
import { Person } from '../../ui/marks/avatar.tsx'
import { labelOfRef } from '../../ui/record-grid/cells.ts'
import type { GridColumn } from '../../ui/record-grid/columns.ts'
import { When } from '../../ui/when.tsx'
import type { Contact } from './contacts.queries.ts'

type Column = GridColumn<Contact>

const column = (id: keyof typeof fields, width: number, cell: Column['cell'], more: Partial<Column> = {}): Column => {
  const field: Fields[string] = fields[id]
  return { id, label: field.label, width, cell, sortable: Boolean(field.sortable), ...more }
}

/** Where the person is now, the first place first; none for who has left them all, as far as the reader sees. */
export const placeOf = (contact: Contact) => contact.customers?.find(({ active }) => active)

export function useContactColumns(readable: Fields, me: string): Column[] {
  const { t } = useTranslation('contacts')
  const position = t(($) => $.position)
  const customer = t(($) => $.customer)
  return useMemo(() => {
    const all: Column[] = [
      column('name', 180, (contact) => contact.name, { grow: true }),
      column('customerIds', 240, (contact, format) => labelOfRef(placeOf(contact)?.customer, format.reader.language), {
        label: customer,
      }),
      { id: 'position', label: position, width: 140, cell: (contact) => placeOf(contact)?.title },
      column('phones', 136, ({ phones }) => phones?.[0] && grouped(phones[0].number)),
      column('emails', 200, ({ emails }) => emails?.[0]?.address),
      column('lastActivityAt', 88, ({ lastActivityAt }) => <When at={lastActivityAt} />),
      column(
        'ownerId',
        96,
        ({ owner, ownerId }, format) =>
          owner && <Person name={textOf(owner.label, format.reader.language)} me={ownerId === me} />,
      ),
      column('wechat', 136, ({ wechat }) => wechat, { optional: true }),
      column('createdAt', 104, ({ createdAt }) => <When at={createdAt} />, { optional: true }),
    ]
    return all.filter(({ id }) => id in readable || id === 'position')
  }, [readable, me, position, customer])
}
