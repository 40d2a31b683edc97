/** A name given in both languages, side by side. */
import { FieldRow } from './form/form.tsx'
import type { FieldProps } from './form/use-field.ts'
import { TextField } from './text-field.tsx'
import { useLabel } from '../lib/use-language.ts'
import { useTranslation } from 'react-i18next'

export function LabelField({ name, label, startHere, ...field }: FieldProps) {
  const { t } = useTranslation()
  const words = useLabel()(label)
  return (
    <FieldRow>
      <TextField
        {...field}
        name={`${name}.zh`}
        label={t(($) => $.form.inChinese, { label: words })}
        maxLength={100}
        {...(startHere && { startHere })}
      />
      <TextField {...field} name={`${name}.en`} label={t(($) => $.form.inEnglish, { label: words })} maxLength={100} />
    </FieldRow>
  )
}
