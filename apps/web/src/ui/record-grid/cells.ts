/** Helpers for cells. */
import type { Language } from '../../lib/preferences.ts'
import { textOf, type Label } from '../../lib/use-language.ts'

type ChoiceField = { choices: readonly { value: string; label: Label }[] }
type Ref = { id: string; label: Label | string }

/** What a choice is called; a value the list does not know shows itself. */
export const choiceLabel = (field: ChoiceField, value: string | null | undefined): Label | string =>
  field.choices.find((choice) => choice.value === value)?.label ?? value ?? ''

/** What people call a referenced record; empty when there is none or it may not be seen. */
export const labelOfRef = (ref: Ref | null | undefined, language: Language): string =>
  ref ? textOf(ref.label, language) : ''
