/** A person: invited here, or changed, with what can be done about the account below. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../lib/call.ts'
import { NEW } from '../../lib/use-edited.ts'
import { Panel } from '../../ui/panel.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { UserForm } from './user-form.tsx'
import { useMakeLink, type LinkVerb, type SignInLink, type User } from './users.queries.ts'

type Props = { id: string; known: User | undefined; onClose: () => void; onMade: (id: string) => void }

/** The row of the list, or the record itself when the list does not hold it. */
function useUser(id: string, known: User | undefined): User | undefined {
  const { data } = useQuery({
    queryKey: ['users', 'one', id],
    queryFn: ({ signal }) => call('GET /users/:id', { params: { id }, signal }),
    enabled: id !== NEW && !known,
  })
  return known ?? data
}

export default function UserPanel({ id, known, onClose, onMade }: Props) {
  const { t } = useTranslation('users')
  const user = useUser(id, known)
  const make = useMakeLink()
  const [link, setLink] = useState<SignInLink & { verb: LinkVerb }>()
  const makeLink = async (of: string, verb: LinkVerb) =>
    setLink({ ...(await make.mutateAsync({ id: of, verb })), verb })
  const made = async (person: User) => {
    if (person.can.invite) await makeLink(person.id, 'invite')
    else onMade(person.id)
  }
  const isNew = id === NEW
  return (
    <Panel opened onClose={onClose} width={520} title={isNew ? t(($) => $.invite) : (user?.name ?? '')}>
      {isNew || user ? (
        <UserForm
          key={user ? `${user.id} ${user.version}` : id}
          user={user}
          onClose={onClose}
          onMade={(person) => void made(person)}
          onLink={(verb) => (user ? makeLink(user.id, verb) : Promise.resolve())}
        />
      ) : (
        <Waiting />
      )}
      {link && <LinkDialog link={link} onClose={() => (isNew ? onClose() : setLink(undefined))} />}
    </Panel>
  )
}
