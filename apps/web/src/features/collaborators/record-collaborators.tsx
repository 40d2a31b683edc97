/** The people a record is shared with, beside its other sections; who may share it adds and removes them here. */
import { accessLevels, lendingReasons } from '@rapport/domain/features/collaborators/collaborators.fields.ts'
import { useQuery } from '@tanstack/react-query'
import { IconLogout, IconPencil, IconUserPlus, IconX } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { IconButton } from '../../ui/button.tsx'
import { Avatar } from '../../ui/marks/avatar.tsx'
import { Coming } from '../../ui/coming.tsx'
import { Pending } from '../../ui/pending.tsx'
import { Section } from '../../ui/section.tsx'
import { toast } from '../../ui/toast.tsx'
import { useUndoToast } from '../../ui/use-undo-toast.ts'
import { useLeaving } from './use-leaving.ts'
import styles from './collaborators.module.css'
import { collaboratorsOf, useShare, useUnshare, type Collaborator, type Shared } from './collaborators.queries.ts'

const ShareForm = lazy(() => import('./share-form.tsx'))

type LineProps = {
  one: Collaborator
  mayShare: boolean
  onEdit: () => void
  onRemove: (name: string) => void
  onLeave: () => void
}

/** Takes access back at once, with the way back to what it was. It outlives the line of whom it takes it from. */
function useRemove(shared: Shared) {
  const { t } = useTranslation('collaborators')
  const wordsOf = useProblemText()
  const undoToast = useUndoToast()
  const [unshare, share] = [useUnshare(shared), useShare(shared)]
  const failed = (error: unknown) => toast(wordsOf(error), { tone: 'problem' })
  return ({ userId, access, until }: Collaborator, name: string) => {
    const { version } = shared
    const before = { userId, access, until: until ?? null, version: version + 1 }
    const done = () =>
      undoToast(
        t(($) => $.removed, { name }),
        () => share.mutateAsync(before),
      )
    unshare.mutate({ userId, version }, { onSuccess: done, onError: failed })
  }
}

function Verbs({ one, mayShare, onEdit, onRemove, onLeave, name }: LineProps & { name: string }) {
  const { t } = useTranslation('collaborators')
  if (!mayShare && !one.can.leave) return null
  return (
    <span className={styles.verbs}>
      {mayShare && <IconButton small icon={IconPencil} label={t(($) => $.change, { name })} onClick={onEdit} />}
      {mayShare && (
        <IconButton small icon={IconX} label={t(($) => $.remove, { name })} onClick={() => onRemove(name)} />
      )}
      {!mayShare && <IconButton small icon={IconLogout} label={t(($) => $.leave)} onClick={onLeave} />}
    </span>
  )
}

function Line(props: LineProps) {
  const { one } = props
  const { t } = useTranslation('collaborators')
  const textOf = useLabel()
  const format = useFormat()
  const name = textOf(one.user?.label ?? '') || t(($) => $.somebody)
  const level = accessLevels.find(({ value }) => value === one.access)
  const reason = one.reason === 'manual' ? undefined : lendingReasons.find(({ value }) => value === one.reason)
  const about = [level, reason].flatMap((choice) => (choice ? [textOf(choice.label)] : []))
  if (one.until) about.push(t(($) => $.until, { date: format.shortDate(one.until ?? '') }))
  return (
    <li className={styles.person}>
      <Avatar name={name} />
      <span className={styles.name}>
        <b>{name}</b>
        <span>{about.join(' · ')}</span>
      </span>
      <Verbs {...props} name={name} />
    </li>
  )
}

/** Nothing where nobody is and nobody can be added. */
export default function RecordCollaborators({ shared }: { shared: Shared }) {
  const { t } = useTranslation('collaborators')
  const [form, setForm] = useState<'new' | Collaborator>()
  const query = useQuery(collaboratorsOf(shared))
  const remove = useRemove(shared)
  const leave = useLeaving(shared)
  const mayShare = shared.can.share
  const people = query.data?.items ?? []
  if (query.isPending) return <Coming />
  if (query.data && people.length === 0 && !mayShare) return null
  const add = <IconButton small icon={IconUserPlus} label={t(($) => $.add)} onClick={() => setForm('new')} />
  return (
    <Section bare title={t(($) => $.title)} aside={query.data && mayShare && !form && add}>
      <Pending of={query} inline />
      {query.data?.items.length === 0 && !form && <p className={styles.none}>{t(($) => $.none)}</p>}
      <ul>
        {people.map((one) => (
          <Line
            key={one.id}
            one={one}
            mayShare={mayShare}
            onEdit={() => setForm(one)}
            onRemove={(name) => remove(one, name)}
            onLeave={() => void leave()}
          />
        ))}
      </ul>
      <Suspense>
        {form && (
          <ShareForm
            key={form === 'new' ? form : form.id}
            shared={shared}
            known={form === 'new' ? undefined : form}
            onClose={() => setForm(undefined)}
          />
        )}
      </Suspense>
    </Section>
  )
}
