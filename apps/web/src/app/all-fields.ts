/** The fields of every noun whose changes are told in histories and in the audit trail; loaded with those alone. */
import { activityFields } from '@rapport/domain/features/activities/activities.fields.ts'
import { competitorFields } from '@rapport/domain/features/competitors/competitors.fields.ts'
import { dictionaryFields, dictionaryItemFields } from '@rapport/domain/features/dictionaries/dictionaries.fields.ts'
import { exchangeRateFields } from '@rapport/domain/features/exchange-rates/exchange-rates.fields.ts'
import { pipelineFields } from '@rapport/domain/features/pipelines/pipelines.fields.ts'
import { productFields } from '@rapport/domain/features/products/products.fields.ts'
import { roleFields } from '@rapport/domain/features/roles/roles.fields.ts'
import { savedViewFields } from '@rapport/domain/features/saved-views/saved-views.fields.ts'
import { sourceFields } from '@rapport/domain/features/sources/sources.fields.ts'
import { teamFields } from '@rapport/domain/features/teams/teams.fields.ts'
import { userFields } from '@rapport/domain/features/users/users.fields.ts'
import type { Fields } from '@rapport/domain/field/kinds.ts'
import { fieldsOf } from './fields-of.ts'

const more: Record<string, Fields> = {
  activities: activityFields,
  competitors: competitorFields,
  dictionaries: dictionaryFields,
  'dictionary-items': dictionaryItemFields,
  'exchange-rates': exchangeRateFields,
  pipelines: pipelineFields,
  products: productFields,
  roles: roleFields,
  'saved-views': savedViewFields,
  sources: sourceFields,
  teams: teamFields,
  users: userFields,
}

export const allFieldsOf = (entity: string): Fields | undefined => fieldsOf(entity) ?? more[entity]
