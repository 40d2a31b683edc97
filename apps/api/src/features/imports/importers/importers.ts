/** The importer of each noun. */
import type { ImportEntity } from '@rapport/domain/features/imports/import-choices.ts'
import type { Importer } from '../batch/importer.ts'
import { customerImporter } from './customers.ts'
import { productImporter } from './products.ts'

const importers: Partial<Record<ImportEntity, Importer>> = {
  customers: customerImporter,
  products: productImporter,
}

export const importerOf = (entity: ImportEntity): Importer => {
  const importer = importers[entity]
  if (!importer) throw new Error(`nothing imports ${entity}`)
  return importer
}
