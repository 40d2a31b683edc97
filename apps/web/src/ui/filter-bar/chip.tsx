/** One condition: its words open the editor, the cross takes it away. */
import { Popover } from '@mantine/core'
import type { Fields } from '@rapport/domain/field/kinds.ts'
import type { Condition } from '@rapport/domain/filter/filter.ts'
import { lazy, Suspense, useState, type Ref } from 'react'
import { useLabel } from '../../lib/use-language.ts'
import { Waiting } from '../waiting.tsx'
import styles from './filter-bar.module.css'
import { Remove } from './remove.tsx'
import { useConditionWords } from './use-condition-words.ts'

const ConditionEditor = lazy(() => import('./condition-editor.tsx'))

type Props = {
  condition: Condition
  fields: Fields
  onChange: (condition: Condition) => void
  onRemove: () => void
  /** A condition being made is open from the start; closing it keeps it or drops it. */
  open?: boolean
  onClose?: () => void
  /** Lets another condition do as well. */
  onOr?: () => void
}

type FaceProps = Pick<Props, 'condition' | 'fields' | 'onRemove'> & {
  opened: boolean
  onToggle: () => void
  ref?: Ref<HTMLSpanElement>
}

/** What of a condition always stands: its words and the cross. */
function Face({ condition, fields, onRemove, opened, onToggle, ref, ...target }: FaceProps) {
  const words = useConditionWords(condition, fields)
  return (
    <span {...target} ref={ref} className={styles.chip}>
      <button type="button" className={styles.words} aria-haspopup="dialog" aria-expanded={opened} onClick={onToggle}>
        <span>{words.field}</span> {words.op} <b>{words.value}</b>
      </button>
      <Remove label={words.field} onRemove={onRemove} />
    </span>
  )
}

export function Chip({ condition, fields, onChange, onRemove, open = false, onClose, onOr }: Props) {
  const [opened, setOpened] = useState(open)
  const textOf = useLabel()
  const label = textOf(fields[condition.field]?.label ?? condition.field)
  const close = () => {
    setOpened(false)
    onClose?.()
  }
  const orElse = () => {
    setOpened(false)
    onOr?.()
  }
  return (
    <Popover
      opened={opened}
      onChange={(next) => (next ? setOpened(true) : close())}
      position="bottom-start"
      withRoles={false}
      width={280}
    >
      <Popover.Target>
        <Face {...{ condition, fields, onRemove, opened }} onToggle={() => (opened ? close() : setOpened(true))} />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={label}>
        <Suspense fallback={<Waiting rows={3} />}>
          <ConditionEditor
            condition={condition}
            fields={fields}
            onChange={onChange}
            onDone={close}
            onOr={onOr && orElse}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
