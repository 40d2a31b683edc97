/** What may be brought in from a file: the import is one right, the records it makes another, and the server asks for both. */
import { importEntities } from '@rapport/domain/features/imports/import-choices.ts'
import { useMay } from './session.ts'

/** The nouns whose rows one may bring in; none without the right to import at all. */
export function useImportable() {
  const may = useMay()
  return may('imports.create') ? importEntities.filter(({ value }) => may(`${value}.import`)) : []
}
