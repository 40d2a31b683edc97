/** Lets the fields of a form find it. */
import { createContext, use } from 'react'
import type { RecordForm } from './use-record-form.ts'

export const FormContext = createContext<RecordForm | null>(null)

/** The form around a field. */
export function useFormAround(): RecordForm {
  const form = use(FormContext)
  if (!form) throw new Error('a field stands outside of a Form')
  return form
}
