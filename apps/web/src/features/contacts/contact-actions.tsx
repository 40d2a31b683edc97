/** What can be done with a contact. */
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { paths } from '../../app/paths.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Button } from '../../ui/button.tsx'
import { ask } from '../../ui/confirm.tsx'
import { toast } from '../../ui/toast.tsx'
import { useDeleteContact, type Contact } from './contacts.queries.ts'

export function ContactActions({ contact }: { contact: Contact }) {
  const { t } = useTranslation('contacts')
  const navigate = useNavigate()
  const textOf = useProblemText()
  const { remove, forget } = useDeleteContact()
  const { name } = contact
  if (!contact.can.delete) return null
  const done = async () => {
    toast(t(($) => $.deleted, { name }))
    await navigate(paths.contacts)
    await forget()
  }
  const act = async () => {
    const question = {
      title: t(($) => $.deleteTitle, { name }),
      text: t(($) => $.deleteText),
      confirm: t(($) => $.delete),
      danger: true,
    }
    if ((await ask(question)) === null) return
    remove.mutate(contact, {
      onSuccess: () => void done(),
      onError: (error) => toast(textOf(error), { tone: 'problem' }),
    })
  }
  return (
    <Button icon={IconTrash} busy={remove.isPending} onClick={() => void act()}>
      {t(($) => $.delete)}
    </Button>
  )
}
