/** Edits one condition: the comparison, then the value it takes. Applies while one chooses. */
import { FocusTrap } from '@mantine/core'
import type { Fields } from '@rapport/domain/field/kinds.ts'
import type { Condition } from '@rapport/domain/filter/filter.ts'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../button.tsx'
import { ConditionFields } from './condition-fields.tsx'
import { isWhole } from './conditions.ts'
import styles from './condition-editor.module.css'

type Props = {
  condition: Condition
  fields: Fields
  onChange: (condition: Condition) => void
  onDone: () => void
  /** Lets another condition do as well: this one joins the group of which any will do. */
  onOr?: (() => void) | undefined
}

/** Another condition may do as well, or this is it. */
function Foot({ whole, onOr }: { whole: boolean; onOr: (() => void) | undefined }) {
  const { t } = useTranslation()
  return (
    <div className={styles.foot}>
      {onOr && (
        <Button tone="quiet" small disabled={!whole} onClick={onOr}>
          {t(($) => $.filter.orElse)}
        </Button>
      )}
      <Button type="submit" small>
        {t(($) => $.action.done)}
      </Button>
    </div>
  )
}

export default function ConditionEditor({ condition: given, fields, onChange, onDone, onOr }: Props) {
  const [condition, setCondition] = useState(given)
  const field = fields[condition.field]
  if (!field) return null
  const change = (next: Condition) => {
    setCondition(next)
    onChange(next)
  }
  const done = (event: FormEvent) => {
    event.preventDefault()
    onDone()
  }
  return (
    // Here and not in the popover: it looks for what to focus when it opens, and this is loaded only then.
    <FocusTrap>
      <form className={styles.editor} onSubmit={done}>
        <ConditionFields condition={condition} field={field} onChange={change} />
        <Foot whole={isWhole(condition)} onOr={onOr} />
      </form>
    </FocusTrap>
  )
}
