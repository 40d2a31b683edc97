/** Where a comment is written: @ offers the people who see the record, Ctrl+Enter sends. */
import { COMMENT_MAX } from '@rapport/domain/features/comments/comments.fields.ts'
import { IconShare } from '@tabler/icons-react'
import { useId, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '../../lib/problem.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Button } from '../../ui/button.tsx'
import { startsHere } from '../../ui/starts-here.ts'
import type { Reader, Target } from './comments.queries.ts'
import styles from './comments.module.css'
import { MentionList } from './mention-list.tsx'
import { nameBefore, withName, type Typed } from './typed.ts'
import { useMentionPicker } from './use-mention-picker.ts'

type Props = {
  target: Target
  label: string
  value: Typed
  onChange: (typed: Typed) => void
  /** With `share`: and lend reading access to those it mentions who have none. */
  onSend: (share?: true) => void
  send: string
  busy: boolean
  problem: unknown
  onCancel?: (() => void) | undefined
  input?: RefObject<HTMLTextAreaElement | null>
  startHere?: boolean
}

/** Puts the chosen name into the text and the caret behind it. */
function useNames({ value, onChange }: Props, input: RefObject<HTMLTextAreaElement | null>) {
  const [caret, setCaret] = useState<number | null>(null)
  const choose = (reader: Reader) => {
    const { text, caret: after } = withName(value.text, caret ?? value.text.length, reader.label)
    const others = value.chosen.filter(({ id }) => id !== reader.id)
    onChange({ text, chosen: [...others, { id: reader.id, name: reader.label }] })
    setCaret(after)
    requestAnimationFrame(() => {
      input.current?.focus()
      input.current?.setSelectionRange(after, after)
    })
  }
  return { typed: caret === null ? null : nameBefore(value.text, caret), choose, setCaret }
}

function Foot({ children, busy, send, onCancel }: Pick<Props, 'busy' | 'send' | 'onCancel'> & { children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <div className={styles.foot}>
      <span className={styles.hint}>{children}</span>
      {onCancel && (
        <Button small tone="quiet" onClick={onCancel}>
          {t(($) => $.action.cancel)}
        </Button>
      )}
      <Button small tone="primary" type="submit" keys="Mod+Enter" busy={busy} className={styles.send}>
        {send}
      </Button>
    </div>
  )
}

type WordsProps = Props & {
  of: RefObject<HTMLTextAreaElement | null>
  /** The id of the list while people are on offer. */
  list: string | undefined
  current: number
  onCaret: (caret: number | null) => void
  onKeyDown: (event: KeyboardEvent) => void
}

function Words({ of, label, value, onChange, startHere, list, current, onCaret, onKeyDown }: WordsProps) {
  return (
    <textarea
      ref={of}
      className={styles.text}
      rows={1}
      maxLength={COMMENT_MAX}
      {...startsHere(startHere === true)}
      aria-label={label}
      aria-autocomplete="list"
      aria-controls={list}
      aria-activedescendant={list && `${list}-${current}`}
      placeholder={label}
      value={value.text}
      onKeyDown={onKeyDown}
      onSelect={({ currentTarget }) => onCaret(currentTarget.selectionStart)}
      onBlur={() => onCaret(null)}
      onChange={({ currentTarget }) => {
        onCaret(currentTarget.selectionStart)
        onChange({ ...value, text: currentTarget.value })
      }}
    />
  )
}

/** Why it was not posted; where somebody mentioned does not see the record, the way out for who may share it. */
function Refused({ problem, busy, onShare }: { problem: unknown; busy: boolean; onShare: () => void }) {
  const { t } = useTranslation('comments')
  const wordsOf = useProblemText()
  if (problem === null || problem === undefined) return null
  const blind = isProblem(problem, 'mention.no_access') && problem.params.canShare === true
  return (
    <div className={styles.refused}>
      <p role="alert" className={styles.problem}>
        {wordsOf(problem)}
      </p>
      {blind && (
        <Button small icon={IconShare} busy={busy} onClick={onShare}>
          {t(($) => $.shareAndSend, { names: String(problem.params.names) })}
        </Button>
      )}
    </div>
  )
}

export function CommentBox(props: Props) {
  const { target, label, onSend, problem, onCancel } = props
  const { t } = useTranslation('comments')
  const [own, list] = [useRef<HTMLTextAreaElement>(null), useId()]
  const input = props.input ?? own
  const { typed, choose, setCaret } = useNames(props, input)
  const { open, readers, current, onKey } = useMentionPicker(target, typed, choose)
  const onKeyDown = (event: KeyboardEvent) => {
    if (onKey(event) || event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onCancel?.()
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
    event.preventDefault()
    onSend()
  }
  const submit = (event: { preventDefault: () => void }) => {
    event.preventDefault()
    onSend()
  }
  const listed = open && readers.length > 0 ? list : undefined
  const part = { of: input, list: listed, current, onCaret: setCaret, onKeyDown }
  return (
    <form className={styles.box} aria-label={label} noValidate onSubmit={submit}>
      <Words {...props} {...part} />
      {open && <MentionList id={list} readers={readers} current={current} onChoose={choose} />}
      <Refused problem={problem} busy={props.busy} onShare={() => onSend(true)} />
      <Foot {...props}>{t(($) => $.hint)}</Foot>
    </form>
  )
}
