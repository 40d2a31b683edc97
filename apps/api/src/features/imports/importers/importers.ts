/** The importer of each noun. */
import type { ImportEntity } from '@rapport/domain/features/imports/import-choices.ts'
import type { Importer } from '../batch/importer.ts'
import { contactImporter } from './contacts.ts'
import { customerImporter } from './customers.ts'
import { opportunityImporter } from './opportunities.ts'
import { productImporter } from './products.ts'
import { teamImporter } from './teams.ts'
import { userImporter } from './users.ts'

const importers: Record<ImportEntity, Importer> = {
  contacts: contactImporter,
  opportunities: opportunityImporter,
  teams: teamImporter,
  users: userImporter,
  customers: customerImporter,
  products: productImporter,
}

export const importerOf = (entity: ImportEntity): Importer => importers[entity]
