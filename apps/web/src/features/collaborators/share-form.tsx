/** With whom a record is shared, for what, and until when. */
import { accessLevels, type LentAccess } from '@rapport/domain/features/collaborators/collaborators.fields.ts'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Button } from '../../ui/button.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { RefSelect } from '../../ui/ref-select.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import styles from './collaborators.module.css'
import { useShare, type Collaborator, type Shared } from './collaborators.queries.ts'

type Props = { shared: Shared; known?: Collaborator | undefined; onClose: () => void }

type FootProps = { isNew: boolean; busy: boolean; disabled: boolean; onClose: () => void }

function Foot({ isNew, busy, disabled, onClose }: FootProps) {
  const { t } = useTranslation('collaborators')
  const { t: common } = useTranslation('common')
  return (
    <div className={styles.foot}>
      <Button small tone="quiet" onClick={onClose}>
        {common(($) => $.action.cancel)}
      </Button>
      <Button small tone="primary" type="submit" busy={busy} disabled={disabled}>
        {isNew ? t(($) => $.share) : common(($) => $.action.save)}
      </Button>
    </div>
  )
}

export default function ShareForm({ shared, known, onClose }: Props) {
  const { t } = useTranslation('collaborators')
  const textOf = useLabel()
  const wordsOf = useProblemText()
  const share = useShare(shared)
  const [userId, setUserId] = useState(known?.userId ?? '')
  const [access, setAccess] = useState<LentAccess>(known?.access ?? 'read')
  const [until, setUntil] = useState<string | null>(known?.until ?? null)
  const levels = accessLevels.map(({ value, label }) => ({ value, label: textOf(label) }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (userId !== '') share.mutate({ userId, access, until, version: shared.version }, { onSuccess: onClose })
  }
  return (
    <form className={styles.form} aria-label={t(($) => $.add)} noValidate onSubmit={submit}>
      <RefSelect
        to="users"
        label={t(($) => $.who)}
        value={userId}
        onChange={setUserId}
        disabled={known !== undefined}
      />
      <Segmented label={t(($) => $.access)} showLabel value={access} options={levels} onChange={setAccess} />
      <DateInput label={t(($) => $.untilLabel)} value={until} onChange={setUntil} presets={false} clearable />
      {share.isError && (
        <p role="alert" className={styles.problem}>
          {wordsOf(share.error)}
        </p>
      )}
      <Foot isNew={!known} busy={share.isPending} disabled={userId === ''} onClose={onClose} />
    </form>
  )
}
