/** What can be done with a contact. */
import { Menu } from '@mantine/core'
import { IconDots, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useInTrash } from '../../app/in-trash.ts'
import { paths } from '../../app/paths.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { toast } from '../../ui/toast.tsx'
import { CardItem, useCardAction } from '../exports/card-item.tsx'
import { useDeleteContact, type Contact } from './contacts.queries.ts'

function useRemove(contact: Contact) {
  const { t } = useTranslation('contacts')
  const navigate = useNavigate()
  const textOf = useProblemText()
  const { remove, forget } = useDeleteContact()
  const inTrash = useInTrash()
  const { name } = contact
  const done = async () => {
    inTrash(
      t(($) => $.deleted, { name }),
      contact,
    )
    await navigate(paths.contacts)
    await forget()
  }
  return () =>
    remove.mutate(contact, {
      onSuccess: () => void done(),
      onError: (error) => toast(textOf(error), { tone: 'problem' }),
    })
}

export function ContactActions({ contact }: { contact: Contact }) {
  const { t } = useTranslation('contacts')
  const { t: common } = useTranslation('common')
  const remove = useRemove(contact)
  useCardAction('contacts', contact.id)
  return (
    <Menu position="bottom-end" width={180}>
      <Menu.Target>
        <IconButton icon={IconDots} label={common(($) => $.action.more)} />
      </Menu.Target>
      <Menu.Dropdown>
        <CardItem entity="contacts" id={contact.id} />
        {contact.can.delete && (
          <Menu.Item leftSection={<Icon of={IconTrash} />} onClick={remove}>
            {t(($) => $.delete)}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
