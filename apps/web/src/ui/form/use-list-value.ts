/** A list inside a form: its items, how to change them, and the errors of each item. */
import { useFormAround } from './form-context.ts'
import type { FieldProps } from './use-field.ts'
import { useFieldValue } from './use-field-value.ts'

export function useListValue<T>(field: FieldProps) {
  const { form } = useFormAround()
  const { value, set, input } = useFieldValue<T[] | null>(field)
  const items = value ?? []
  return {
    items,
    input,
    set,
    add: (item: T) => set([...items, item]),
    remove: (at: number) => set(items.filter((_, index) => index !== at)),
    change: (at: number, part: Partial<T>) =>
      set(items.map((item, index) => (index === at ? { ...item, ...part } : item))),
    errorOf: (at: number, name: string) =>
      form.errors[`${field.name}.${at}.${name}`] ?? form.errors[`${field.name}.${at}`],
  }
}
