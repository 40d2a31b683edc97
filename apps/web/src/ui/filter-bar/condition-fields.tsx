/** The comparison of a condition and the value it takes. */
import { NativeSelect } from '@mantine/core'
import type { Field } from '@rapport/domain/field/kinds.ts'
import type { Condition, Operator } from '@rapport/domain/filter/filter.ts'
import { operatorLabels } from '@rapport/domain/filter/operators.ts'
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import { operatorsFor, valueKindOf, withOperator } from './conditions.ts'
import { ValueEditor } from './value-editor.tsx'

type Props = { condition: Condition; field: Field; onChange: (condition: Condition) => void }

export function ConditionFields({ condition, field, onChange }: Props) {
  const { t } = useTranslation()
  const textOf = useLabel()
  return (
    <>
      <NativeSelect
        aria-label={t(($) => $.filter.comparison)}
        value={condition.op}
        data={operatorsFor(field).map((op) => ({ value: op, label: textOf(operatorLabels[op]) }))}
        onChange={(event) => onChange(withOperator(condition, field, event.currentTarget.value as Operator))}
      />
      <ValueEditor
        key={condition.op}
        kind={valueKindOf(field, condition.op)}
        field={field}
        value={condition.value}
        onChange={(value) => onChange({ ...condition, value })}
      />
    </>
  )
}
