/** Logs what was done, with its outcome and the next contact, or plans a task: one line, at most four touches. */
import { activityKinds } from '@rapport/domain/features/activities/activity-choices.ts'
import { useQuery } from '@tanstack/react-query'
import { useId, useRef, type FormEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../app/session.ts'
import { useActions } from '../../lib/actions.ts'
import { useLabel } from '../../lib/use-language.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Button } from '../../ui/button.tsx'
import { DateToken } from '../../ui/date-token.tsx'
import { choiceLabel } from '../../ui/record-grid/cells.ts'
import { TokenMenu } from '../../ui/token-menu.tsx'
import { outcomesQuery, type About } from './activities.queries.ts'
import styles from './composer.module.css'
import { composedKinds, type Composed } from './composed.ts'
import { useComposer } from './use-composer.ts'

type Props = {
  about: About
  /** The people one may have met, to choose from. */
  people?: { value: string; label: string }[] | undefined
}

type Part = { composed: Composed; change: (more: Partial<Composed>) => void }

function Kinds({ composed, change }: Part) {
  const { t } = useTranslation('activities')
  const textOf = useLabel()
  const name = useId()
  return (
    <fieldset className={styles.kinds}>
      <legend className={styles.spoken}>{t(($) => $.kind)}</legend>
      {composedKinds.map((kind) => (
        <label key={kind} className={styles.kind}>
          <input type="radio" name={name} checked={composed.kind === kind} onChange={() => change({ kind })} />
          {textOf(choiceLabel({ choices: activityKinds }, kind))}
        </label>
      ))}
    </fieldset>
  )
}

function Outcome({ composed, change, invalid }: Part & { invalid: boolean }) {
  const { t } = useTranslation('activities')
  const textOf = useLabel()
  const { data } = useQuery(outcomesQuery)
  const options = data?.items.map(({ id, label }) => ({ value: id, label: textOf(label) })) ?? []
  return (
    <TokenMenu
      label={t(($) => $.outcome)}
      value={composed.outcomeId}
      options={options}
      onChange={(outcomeId) => change({ outcomeId })}
      invalid={invalid}
    />
  )
}

function Tokens({ composed, change, invalid, people = [] }: Part & { invalid: boolean } & Pick<Props, 'people'>) {
  const { t } = useTranslation('activities')
  const isTask = composed.kind === 'task'
  const asksOutcome = !isTask && composed.kind !== 'note'
  return (
    <>
      {asksOutcome && <Outcome composed={composed} change={change} invalid={invalid} />}
      {people.length > 0 && (
        <TokenMenu
          label={t(($) => $.with)}
          value={composed.contactId}
          options={people}
          onChange={(contactId) => change({ contactId })}
          optional
        />
      )}
      <DateToken
        label={t(($) => (isTask ? $.due : $.next))}
        value={composed.day}
        onChange={(day) => change({ day })}
        none={t(($) => $.noDate)}
      />
    </>
  )
}

function useLogKey() {
  const { t } = useTranslation('activities')
  const input = useRef<HTMLTextAreaElement>(null)
  useActions([
    { id: 'activities.log', label: t(($) => $.log), group: 'page', keys: 'L', run: () => input.current?.focus() },
  ])
  return input
}

type TextProps = Part & { invalid: boolean; onSend: () => void }

function Text({ composed, change, invalid, onSend }: TextProps) {
  const { t } = useTranslation('activities')
  const input = useLogKey()
  const words = t(($) => (composed.kind === 'task' ? $.whatToDo : $.whatHappened))
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && !event.nativeEvent.isComposing) onSend()
  }
  return (
    <textarea
      ref={input}
      className={styles.text}
      rows={2}
      maxLength={20_000}
      aria-label={words}
      aria-invalid={invalid}
      placeholder={words}
      value={composed.text}
      onKeyDown={press}
      onChange={(event) => change({ text: event.currentTarget.value })}
    />
  )
}

function Opened({ about, people }: Props) {
  const { t } = useTranslation('activities')
  const wordsOf = useProblemText()
  const { composed, change, send, missing, busy, problem } = useComposer(about)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send()
  }
  const part = { composed, change }
  return (
    <form className={styles.composer} aria-label={t(($) => $.log)} noValidate onSubmit={submit}>
      <Kinds {...part} />
      <Text {...part} invalid={missing === 'text'} onSend={send} />
      {(missing || problem) && (
        <p role="alert" className={styles.problem}>
          {missing ? t(($) => $.missing[missing]) : wordsOf(problem)}
        </p>
      )}
      <div className={styles.foot}>
        <Tokens {...part} invalid={missing === 'outcome'} people={people} />
        <Button small tone="primary" keys="Mod+Enter" busy={busy} type="submit" className={styles.send}>
          {t(($) => (composed.kind === 'task' ? $.plan : $.save))}
        </Button>
      </div>
    </form>
  )
}

/** Only for who may log at all. */
export function Composer(props: Props) {
  return useMay()('activities.create') ? <Opened key={Object.values(props.about).join()} {...props} /> : null
}
