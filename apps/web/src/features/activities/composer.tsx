/** Logs what was done, with its outcome and the next contact, or plans a task: one line, at most four touches. */
import { needsOutcome } from '@rapport/domain/features/activities/activities.rules.ts'
import { activityKinds } from '@rapport/domain/features/activities/activity-choices.ts'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useId, useRef, type ComponentType, type FormEvent, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../app/session.ts'
import type { Begin } from '../../lib/begin.ts'
import { useLabel } from '../../lib/use-language.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Coming } from '../../ui/coming.tsx'
import { Button } from '../../ui/button.tsx'
import { DateToken } from '../../ui/date-token.tsx'
import { useSubmitKey } from '../../lib/use-submit-key.ts'
import { choiceLabel } from '../../ui/record-grid/cells.ts'
import { TokenMenu } from '../../ui/token-menu.tsx'
import { outcomesQuery, type About } from './activities.queries.ts'
import styles from './composer.module.css'
import { composedKinds, missingIn, outcomeKey, takesOutcome, type Composed } from './composed.ts'
import { Outcomes } from './outcomes.tsx'
import { useComposer, type Hold } from './use-composer.ts'
import { kindKeys, useLogKeys } from './use-log-keys.ts'

type Props = {
  about: About
  /** The people one may have met, to choose from. */
  people?: { value: string; label: string }[] | undefined
  /** They are still on their way. */
  peopleComing?: boolean
  /** What goes along with an entry though it is sent apart from it: shown in the form, held while the entry is on its way. */
  along?: ComponentType<Along>
  /** What was chosen to be begun before the page was there; anew with each key. */
  begin?: { what: Begin; key: string } | undefined
}

/** `place` names the record, `hold` is to be given what holds back what is there when an entry leaves. */
export type Along = { place: string; hold: RefObject<Hold | null> }

/** As what it is begun; as what stands there otherwise. */
const begun: Record<Begin, Composed['kind'] | null> = { log: null, plan: 'task', visit: 'visit', meeting: 'meeting' }

type Part = { composed: Composed; change: (more: Partial<Composed>) => void }

function Kinds({ composed, change }: Part) {
  const { t } = useTranslation('activities')
  const textOf = useLabel()
  const name = useId()
  return (
    <fieldset className={styles.kinds}>
      <legend className={styles.spoken}>{t(($) => $.kind)}</legend>
      {composedKinds.map((kind) => (
        <label key={kind} className={styles.kind} title={kindKeys[kind]}>
          <input type="radio" name={name} checked={composed.kind === kind} onChange={() => change({ kind })} />
          {textOf(choiceLabel({ choices: activityKinds }, kind))}
        </label>
      ))}
    </fieldset>
  )
}

function Tokens({ composed, change, people = [] }: Part & Pick<Props, 'people'>) {
  const { t } = useTranslation('activities')
  const isTask = composed.kind === 'task'
  return (
    <>
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

type TextProps = Part & {
  invalid: boolean
  input: RefObject<HTMLTextAreaElement | null>
}

function Text({ composed, change, invalid, input }: TextProps) {
  const { t } = useTranslation('activities')
  const words = t(($) => (composed.kind === 'task' ? $.whatToDo : $.whatHappened))
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
      onChange={(event) => change({ text: event.currentTarget.value })}
    />
  )
}

type Answer = Part & { invalid: boolean; onTouch: () => void }

const Answers = ({ composed, change, ...rest }: Answer) =>
  takesOutcome(composed.kind) && (
    <Outcomes
      inline
      keyOf={outcomeKey}
      value={composed.outcomeId}
      required={needsOutcome(composed.kind)}
      onChange={(outcomeId) => change({ outcomeId })}
      {...rest}
    />
  )

/** Takes up what was chosen elsewhere: the cursor goes into the text, or to the answers as soon as they are there. */
function useBegin(
  begin: Props['begin'],
  { composed, change }: Part,
  go: Record<'toText' | 'toAnswer', () => void>,
): void {
  const { isPending } = useQuery(outcomesQuery)
  const kind = begin && begun[begin.what]
  const start = useEffectEvent(() => {
    if (kind) change({ kind })
    go.toText()
  })
  // Whoever has begun to write stays there when the answers come.
  const answer = useEffectEvent(() => kind && needsOutcome(kind) && !composed.text && go.toAnswer())
  const key = begin?.key
  useEffect(() => {
    if (key) start()
  }, [key])
  useEffect(() => {
    if (key && !isPending) answer()
  }, [key, isPending])
}

function Opened({ about, people, peopleComing, along: Along, begin }: Props) {
  const { t } = useTranslation('activities')
  const wordsOf = useProblemText()
  const hold = useRef<Hold | null>(null)
  const { composed, change, send, missing, busy, problem } = useComposer(about, people, hold)
  const text = useRef<HTMLTextAreaElement>(null)
  const part = { composed, change }
  const goOn = useLogKeys(part, text)
  const toText = () => text.current?.focus()
  useBegin(begin, part, { toText, toAnswer: goOn })
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    send()
    if (missingIn(composed)) goOn()
    else toText()
  }
  const frame = useSubmitKey(submit)
  return (
    <form ref={frame} className={styles.composer} data-column aria-label={t(($) => $.log)} noValidate onSubmit={submit}>
      <Kinds {...part} />
      <Text {...part} invalid={missing === 'text'} input={text} />
      <Answers {...part} invalid={missing === 'outcome'} onTouch={toText} />
      {(missing || problem) && (
        <p role="alert" className={styles.problem}>
          {missing ? t(($) => $.missing[missing]) : wordsOf(problem)}
        </p>
      )}
      {peopleComing && <Coming />}
      <div className={styles.foot}>
        {Along && <Along place={Object.values(about).join()} hold={hold} />}
        <Tokens {...part} people={people} />
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
