/** Helpers for cells. */
import type { Label } from '../../lib/use-language.ts'

type ChoiceField = { choices: readonly { value: string; label: Label }[] }

/** What a choice is called; a value the list does not know shows itself. */
export const choiceLabel = (field: ChoiceField, value: string | null): Label | string =>
  field.choices.find((choice) => choice.value === value)?.label ?? value ?? ''
