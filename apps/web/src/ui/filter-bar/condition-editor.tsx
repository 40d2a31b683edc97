/** Edits one condition: the comparison, then the value it takes. Applies while one chooses. */
import { FocusTrap, NativeSelect } from '@mantine/core'
import type { Fields } from '@rapport/domain/field/kinds.ts'
import type { Condition, FilterValue, Operator } from '@rapport/domain/filter/filter.ts'
import { operatorLabels } from '@rapport/domain/filter/operators.ts'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import { Button } from '../button.tsx'
import { isWhole, operatorsFor, valueKindOf, withOperator } from './conditions.ts'
import styles from './condition-editor.module.css'
import { ValueEditor } from './value-editor.tsx'

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
  const { t } = useTranslation()
  const textOf = useLabel()
  const [condition, setCondition] = useState(given)
  const field = fields[condition.field]
  if (!field) return null
  const change = (next: Condition) => {
    setCondition(next)
    onChange(next)
  }
  const setValue = (value: FilterValue) => change({ ...condition, value })
  const done = (event: FormEvent) => {
    event.preventDefault()
    onDone()
  }
  return (
    // Here and not in the popover: it looks for what to focus when it opens, and this is loaded only then.
    <FocusTrap>
      <form className={styles.editor} onSubmit={done}>
        <NativeSelect
          aria-label={t(($) => $.filter.comparison)}
          value={condition.op}
          data={operatorsFor(field).map((op) => ({ value: op, label: textOf(operatorLabels[op]) }))}
          onChange={(event) => change(withOperator(condition, field, event.currentTarget.value as Operator))}
        />
        <ValueEditor
          key={condition.op}
          kind={valueKindOf(field, condition.op)}
          field={field}
          value={condition.value}
          onChange={setValue}
        />
        <Foot whole={isWhole(condition)} onOr={onOr} />
      </form>
    </FocusTrap>
  )
}
