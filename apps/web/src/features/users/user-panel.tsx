/** A person: invited here, or changed, with what can be done about the account below. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NEW } from '../../lib/use-edited.ts'
import { RecordPanel } from '../../ui/record-panel.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { UserForm } from './user-form.tsx'
import { useMakeLink, userQuery, type LinkVerb, type SignInLink, type User } from './users.queries.ts'

type Props = { id: string; known: User | undefined; onClose: () => void; onMade: (id: string) => void }

export default function UserPanel({ id, known, onClose, onMade }: Props) {
  const { t } = useTranslation('users')
  const make = useMakeLink()
  const [link, setLink] = useState<SignInLink & { verb: LinkVerb }>()
  const makeLink = async (of: string, verb: LinkVerb) =>
    setLink({ ...(await make.mutateAsync({ id: of, verb })), verb })
  const made = async (person: User) => {
    if (person.can.invite) await makeLink(person.id, 'invite')
    else onMade(person.id)
  }
  const isNew = id === NEW
  const titleOf = (user?: User) => user?.name ?? t(($) => $.invite)
  return (
    <RecordPanel id={id} query={userQuery(id)} known={known} titleOf={titleOf} onClose={onClose} width={520}>
      {(user) => (
        <>
          <UserForm
            user={user}
            onClose={onClose}
            onMade={(person) => void made(person)}
            onLink={(verb) => (user ? makeLink(user.id, verb) : Promise.resolve())}
          />
          {link && <LinkDialog link={link} onClose={() => (isNew ? onClose() : setLink(undefined))} />}
        </>
      )}
    </RecordPanel>
  )
}
