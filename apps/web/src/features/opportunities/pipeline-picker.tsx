/** Which pipeline the board shows. */
import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLabel, type Label } from '../../lib/use-language.ts'
import styles from './opportunities.module.css'

type Props = { of: { id: string; label: Label }[]; value: string; onChange: (id: string) => void }

export function PipelinePicker({ of, value, onChange }: Props) {
  const { t } = useTranslation('opportunities')
  const textOf = useLabel()
  if (of.length < 2) return <span>{textOf(of[0]?.label ?? { zh: '', en: '' })}</span>
  return (
    <Select
      aria-label={t(($) => $.pipeline)}
      className={styles.pipeline}
      data={of.map(({ id, label }) => ({ value: id, label: textOf(label) }))}
      value={value}
      onChange={(id) => id && onChange(id)}
      allowDeselect={false}
    />
  )
}
