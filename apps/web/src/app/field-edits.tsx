/** How the fields of a record are changed where they stand – on its page, beside a list, in the list – each by itself. */
import type { Fields } from '@rapport/domain/field/kinds.ts'
import type { Filter } from '@rapport/domain/filter/filter.ts'
import type { FetchQueryOptions, QueryKey } from '@tanstack/react-query'
import type { FactEdit } from '../ui/facts.tsx'
import { FieldInput } from '../ui/field-input.tsx'
import { useFormRecord } from '../ui/form/form-record.ts'
import type { Values } from '../ui/form/values.ts'
import { useWritable } from './session.ts'

type Editable = { version: number; can: { edit: boolean }; currency?: string }

type Given<R, K extends QueryKey> = {
  noun: string
  fields: Fields
  record: R
  /** Reads the record by its id. */
  query: FetchQueryOptions<R, Error, R, K>
  save: (change: Record<string, unknown>, version: number) => Promise<unknown>
  /** Keeps a reference to some records. */
  narrowOf?: (name: string) => Filter | undefined
}

/** Undefined where the record or the role does not allow it. `beside` keeps what is shown a link or a number to call. */
export function useFieldEdits<R extends Editable, K extends QueryKey>({
  noun,
  fields,
  record,
  query,
  save,
  narrowOf,
}: Given<R, K>): (name: string, beside?: boolean) => FactEdit | undefined {
  const writable = useWritable(noun)
  const form = useFormRecord(record, query, (known) => known as unknown as Values)
  return (name, beside = false) => {
    const field = fields[name]
    if (!form || !field || !record.can.edit || !writable(name)) return undefined
    const narrow = narrowOf?.(name)
    const currency = record.currency ? { currency: record.currency } : {}
    const input = <FieldInput name={name} field={field} narrow={narrow} {...currency} />
    return { name, record: form, input, onSave: save, beside }
  }
}
