/** A reference to another record as a field of a form: search while typing, and create what is missing without leaving it. */
import type { Filter } from '@rapport/domain/filter/filter.ts'
import type { FieldProps } from './form/use-field.ts'
import { useFieldValue } from './form/use-field-value.ts'
import { RefSelect } from './ref-select.tsx'
import { useTheirs } from './form/use-their-words.ts'
import { useRefNames, type RefOption } from './ref-source.ts'

type Props = FieldProps & {
  /** The noun it points to. */
  to: string
  /** Keeps to some of its records: one dictionary's items, one customer's contacts. */
  narrow?: Filter
  /** What would change nothing if it were chosen. */
  except?: string | null | undefined
  clearable?: boolean
  placeholder?: string
  /** Says of each option what tells it from others of its name. */
  notes?: boolean
  /** Offers to create what was typed; answers the new record. */
  onCreate?: (name: string) => Promise<RefOption | undefined>
}

export function RefField({ to, narrow, except, clearable = true, placeholder, notes, onCreate, ...field }: Props) {
  const theirs = useTheirs(field.name)
  const names = useRefNames(to, typeof theirs?.value === 'string' && theirs.value ? [theirs.value] : [])
  const { value, set, input } = useFieldValue<string | null>(field, (id) => names.get(String(id)) ?? null)
  return (
    <RefSelect
      {...input}
      to={to}
      narrow={narrow}
      except={except}
      onCreate={onCreate}
      notes={notes}
      // The first field of a panel waits for a word or a press: opened unasked it would take the Esc that closes the panel.
      openOnFocus={!field.startHere}
      value={value || ''}
      onChange={set}
      clearable={clearable && !field.required}
      {...(placeholder && { placeholder })}
    />
  )
}
