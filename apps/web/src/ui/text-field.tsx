/** A line of text, a paragraph, a password. */
import { PasswordInput, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useField, type FieldProps } from './form/use-field.ts'

type TextProps = FieldProps & {
  type?: 'text' | 'email' | 'url' | 'tel'
  maxLength?: number
  autoComplete?: string
  placeholder?: string
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url'
}

export function TextField({ type, maxLength, autoComplete = 'off', placeholder, inputMode, ...field }: TextProps) {
  const { key, ...input } = useField(field)
  return (
    <TextInput
      key={key}
      {...input}
      {...(type && { type })}
      {...(maxLength && { maxLength })}
      {...(placeholder && { placeholder })}
      {...(inputMode && { inputMode })}
      autoComplete={autoComplete}
    />
  )
}

export function LongTextField({
  maxLength,
  minRows = 3,
  ...field
}: FieldProps & { maxLength?: number; minRows?: number }) {
  const { key, ...input } = useField(field)
  return <Textarea key={key} {...input} autosize minRows={minRows} maxRows={12} {...(maxLength && { maxLength })} />
}

export function PasswordField({
  autoComplete,
  ...field
}: FieldProps & { autoComplete: 'current-password' | 'new-password' }) {
  const { key, ...input } = useField(field)
  const { t } = useTranslation()
  const label = t(($) => $.form.showPassword)
  return (
    <PasswordInput
      key={key}
      {...input}
      autoComplete={autoComplete}
      visibilityToggleButtonProps={{ 'aria-label': label }}
    />
  )
}
