/** The id a record has here: the column by which a file that Rapport wrote is known again, with every record in it. */
import { field } from '../../../field/kinds.ts'
import type { Target } from '../target.ts'

export const recordIdLabel = { zh: 'Rapport ID', en: 'Rapport ID' } as const
export const RECORD_ID = 'rapportId'

export const recordIdTarget: Target = {
  path: RECORD_ID,
  label: recordIdLabel,
  field: field.identifier({ label: recordIdLabel, max: 60 }),
  keyOnly: true,
  names: [],
}
