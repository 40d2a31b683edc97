/** The input a value needs. */
import { TextInput } from '@mantine/core'
import type { Field } from '@rapport/domain/field/kinds.ts'
import type { FilterValue } from '@rapport/domain/filter/filter.ts'
import { useTranslation } from 'react-i18next'
import { DateInput } from '../date-input.tsx'
import { splitWords, type ValueKind } from './conditions.ts'
import { AmountInput } from './amount-input.tsx'
import styles from './condition-editor.module.css'
import { ChoiceList } from './choice-list.tsx'
import { DayInput, PeriodList } from './day-input.tsx'
import { RefList } from './ref-list.tsx'

type Props = { kind: ValueKind; field: Field; value: FilterValue | undefined; onChange: (value: FilterValue) => void }

const textOf = (value: FilterValue | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
const rangeOf = (value: FilterValue | undefined) =>
  typeof value === 'object' && 'from' in value ? value : { from: '', to: '' }
const wordsOf = (value: FilterValue | undefined): string[] =>
  Array.isArray(value) ? value.filter((word): word is string => typeof word === 'string') : []

export function ValueEditor(props: Props) {
  const { kind, field, value, onChange } = props
  switch (kind) {
    case 'none':
      return null
    case 'text':
    case 'words':
    case 'number':
      return <Typed {...props} />
    case 'range':
    case 'days':
      return <Range {...props} />
    case 'choices':
    case 'yesNo':
      return <ChoiceList field={field} value={value} onChange={onChange} />
    case 'refs':
      return <RefList field={field} value={Array.isArray(value) ? value : []} onChange={onChange} />
    case 'day':
      return <DayInput value={value} onChange={onChange} />
    case 'period':
      return <PeriodList value={value} onChange={onChange} />
  }
}

/** A text, several words, or a number. */
function Typed({ kind, field, value, onChange }: Props) {
  const { t } = useTranslation()
  const label = t(($) => $.filter.value)
  if (kind === 'number')
    return <AmountInput kind={field.kind} label={label} value={textOf(value)} onChange={onChange} />
  const words = kind === 'words'
  return (
    <TextInput
      data-autofocus
      aria-label={label}
      description={words && t(($) => $.filter.words)}
      defaultValue={words ? wordsOf(value).join(', ') : textOf(value)}
      onChange={(event) => onChange(words ? splitWords(event.currentTarget.value) : event.currentTarget.value)}
    />
  )
}

/** From and to, both included. */
function Range({ kind, field, value, onChange }: Props) {
  const { t } = useTranslation()
  const range = rangeOf(value)
  const parts = (['from', 'to'] as const).map((end) => ({
    end,
    label: t(($) => $.filter[end]),
    given: range[end],
    set: (next: string) => onChange({ ...range, [end]: next }),
  }))
  return (
    <div className={styles.range}>
      {parts.map(({ end, label, given, set }) =>
        kind === 'days' ? (
          <DateInput
            key={end}
            label={label}
            value={given || null}
            onChange={(day) => set(day ?? '')}
            clearable={false}
          />
        ) : (
          <AmountInput key={end} kind={field.kind} label={label} shown value={given} onChange={set} />
        ),
      )}
    </div>
  )
}
