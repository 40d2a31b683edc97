/** Some of a few: every choice is seen and ticked. */
import { Checkbox, Radio } from '@mantine/core'
import type { Field } from '@rapport/domain/field/kinds.ts'
import type { FilterValue } from '@rapport/domain/filter/filter.ts'
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import styles from './condition-editor.module.css'

type Props = { field: Field; value: FilterValue | undefined; onChange: (value: FilterValue) => void }

export function ChoiceList({ field, value, onChange }: Props) {
  const { t } = useTranslation()
  const textOf = useLabel()
  if (field.kind !== 'choice') {
    return (
      <Radio.Group
        aria-label={t(($) => $.filter.value)}
        value={String(value)}
        onChange={(next) => onChange(next === 'true')}
      >
        <div className={styles.list}>
          <Radio size="xs" value="true" label={t(($) => $.filter.yes)} />
          <Radio size="xs" value="false" label={t(($) => $.filter.no)} />
        </div>
      </Radio.Group>
    )
  }
  const chosen = Array.isArray(value) ? value.map(String) : []
  return (
    <Checkbox.Group aria-label={t(($) => $.filter.value)} value={chosen} onChange={onChange}>
      <div className={styles.list}>
        {field.choices.map((choice) => (
          <Checkbox key={choice.value} size="xs" radius={4} value={choice.value} label={textOf(choice.label)} />
        ))}
      </div>
    </Checkbox.Group>
  )
}
