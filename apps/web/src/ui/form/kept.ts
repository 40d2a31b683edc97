/** An unsent form in the storage of the tab: what was typed, and the record it was typed over. */
import { keepDraft, readDraft } from '../../lib/drafts.ts'
import type { Basis } from './basis.ts'
import type { Values } from './values.ts'

// No field begins with this character.
const BEGUN = '$begun'

export type Kept = { values: Values; begun: Basis | undefined }

export function keptForm(key: string): Kept | null {
  const draft = readDraft(key)
  if (!draft) return null
  const { [BEGUN]: begun, ...values } = draft
  return { values, begun: begun as Basis | undefined }
}

export const keepForm = (key: string, values: Values, begun: Basis | undefined): boolean =>
  keepDraft(key, begun ? { ...values, [BEGUN]: begun } : values)
