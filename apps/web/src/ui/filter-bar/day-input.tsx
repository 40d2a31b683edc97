/** Days relative to the reader's today, periods of the calendar, or a fixed date. */
import { NativeSelect, Radio, TextInput } from '@mantine/core'
import { describeValue } from '@rapport/domain/filter/describe.ts'
import type { FilterValue, RelativePeriod } from '@rapport/domain/filter/filter.ts'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useLanguage } from '../../lib/use-language.ts'
import { DateInput } from '../date-input.tsx'
import styles from './condition-editor.module.css'

type Props = { value: FilterValue | undefined; onChange: (value: FilterValue) => void }
type Mode = 'daysAgo' | 'daysAhead' | 'date'

const modeOf = (value: FilterValue | undefined): Mode => {
  if (typeof value === 'object' && 'daysAhead' in value) return 'daysAhead'
  return typeof value === 'string' ? 'date' : 'daysAgo'
}

const countOf = (value: FilterValue | undefined): number => {
  if (typeof value !== 'object') return 7
  return 'daysAgo' in value ? value.daysAgo : 'daysAhead' in value ? value.daysAhead : 7
}

const relative = (mode: Mode, days: number): FilterValue =>
  mode === 'daysAhead' ? { daysAhead: days } : { daysAgo: days }

export function DayInput({ value, onChange }: Props) {
  const { t } = useTranslation()
  const { today } = useFormat()
  const mode = modeOf(value)
  const setMode = (next: Mode) => onChange(next === 'date' ? today() : relative(next, countOf(value)))
  return (
    <div className={styles.day}>
      {mode !== 'date' && (
        <TextInput
          data-autofocus
          aria-label={t(($) => $.filter.days)}
          inputMode="numeric"
          defaultValue={countOf(value)}
          onChange={(event) =>
            onChange(relative(mode, Math.min(36500, Number.parseInt(event.currentTarget.value, 10) || 0)))
          }
        />
      )}
      <NativeSelect
        aria-label={t(($) => $.filter.unit)}
        value={mode}
        data={(['daysAgo', 'daysAhead', 'date'] as const).map((name) => ({
          value: name,
          label: t(($) => $.filter[name]),
        }))}
        onChange={(event) => setMode(event.currentTarget.value as Mode)}
      />
      {mode === 'date' && (
        <DateInput
          aria-label={t(($) => $.filter.value)}
          value={typeof value === 'string' ? value.slice(0, 10) : null}
          onChange={(day) => day && onChange(day)}
          clearable={false}
        />
      )}
    </div>
  )
}

const periods: RelativePeriod[] = (['day', 'week', 'month', 'quarter', 'year'] as const).flatMap((period) =>
  [-1, 0, 1].map((offset) => ({ period, offset })),
)

/** Periods of the calendar: this month, last quarter. */
export function PeriodList({ value, onChange }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const chosen = typeof value === 'object' && 'period' in value ? `${value.period}:${value.offset}` : ''
  const set = (key: string) => {
    const found = periods.find(({ period, offset }) => `${period}:${offset}` === key)
    if (found) onChange(found)
  }
  return (
    <Radio.Group aria-label={t(($) => $.filter.value)} value={chosen} onChange={set}>
      <div className={styles.periods}>
        {periods.map((period) => (
          <Radio
            key={`${period.period}:${period.offset}`}
            size="xs"
            value={`${period.period}:${period.offset}`}
            label={describeValue(period, undefined, language)}
          />
        ))}
      </div>
    </Radio.Group>
  )
}
