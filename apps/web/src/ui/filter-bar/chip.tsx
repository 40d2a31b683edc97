/** One condition: its words open the editor, the cross takes it away. */
import { Popover } from '@mantine/core'
import type { Fields } from '@rapport/domain/field/kinds.ts'
import { describeFilter } from '@rapport/domain/filter/describe.ts'
import type { Condition, Filter } from '@rapport/domain/filter/filter.ts'
import { IconX } from '@tabler/icons-react'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../lib/use-language.ts'
import { Icon } from '../icon.tsx'
import { Waiting } from '../waiting.tsx'
import styles from './filter-bar.module.css'
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
}

export function Chip({ condition, fields, onChange, onRemove, open = false, onClose }: Props) {
  const [opened, setOpened] = useState(open)
  const words = useConditionWords(condition, fields)
  const close = () => {
    setOpened(false)
    onClose?.()
  }
  return (
    <Popover
      opened={opened}
      onChange={(next) => (next ? setOpened(true) : close())}
      position="bottom-start"
      trapFocus
      withRoles={false}
      width={280}
    >
      <Popover.Target>
        <span className={styles.chip}>
          <button
            type="button"
            className={styles.words}
            aria-haspopup="dialog"
            aria-expanded={opened}
            onClick={() => (opened ? close() : setOpened(true))}
          >
            <span>{words.field}</span> {words.op} <b>{words.value}</b>
          </button>
          <Remove label={words.field} onRemove={onRemove} />
        </span>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={words.field}>
        <Suspense fallback={<Waiting rows={3} />}>
          <ConditionEditor condition={condition} fields={fields} onChange={onChange} onDone={close} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}

function Remove({ label, onRemove }: { label: string; onRemove: () => void }): ReactNode {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      className={styles.remove}
      aria-label={t(($) => $.filter.remove, { name: label })}
      onClick={onRemove}
    >
      <Icon of={IconX} size={12} />
    </button>
  )
}

/** A part the chips cannot edit, such as an OR group from a drill-down, said as a sentence. */
export function TreeChip({ filter, fields, onRemove }: { filter: Filter; fields: Fields; onRemove: () => void }) {
  const language = useLanguage()
  const words = describeFilter(filter, (path) => fields[path], language)
  return (
    <span className={styles.chip}>
      <span className={styles.words} title={words}>
        <b>{words}</b>
      </span>
      <Remove label={words} onRemove={onRemove} />
    </span>
  )
}
