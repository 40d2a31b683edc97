/** Which pipeline the board shows. */
import { useTranslation } from 'react-i18next'
import { useLabel, type Label } from '../../lib/use-language.ts'
import { Picker } from '../../ui/picker.tsx'

type Props = { of: { id: string; label: Label }[]; value: string; onChange: (id: string) => void }

export function PipelinePicker({ of, value, onChange }: Props) {
  const { t } = useTranslation('opportunities')
  const textOf = useLabel()
  const name = textOf(of.find(({ id }) => id === value)?.label ?? '')
  if (of.length < 2) return <span>{name}</span>
  const options = of.map(({ id, label }) => ({ value: id, label: textOf(label) }))
  return <Picker label={t(($) => $.pipeline)} shown={name} value={value} options={options} onChange={onChange} />
}
