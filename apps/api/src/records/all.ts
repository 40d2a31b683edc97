/** Every record set by noun: for what works on any noun (replays, streams, exports, the access matrix). */
import { apiKeyRecords } from '../features/api-keys/api-keys.records.ts'
import { competitorRecords } from '../features/competitors/competitors.records.ts'
import { dictionaryItemRecords, dictionaryRecords } from '../features/dictionaries/dictionaries.records.ts'
import { exchangeRateRecords } from '../features/exchange-rates/exchange-rates.records.ts'
import { activityRecords } from '../features/activities/activities.records.ts'
import { attachmentRecords } from '../features/attachments/attachments.records.ts'
import { commentRecords } from '../features/comments/comments.records.ts'
import { contactRecords } from '../features/contacts/contacts.records.ts'
import { customerRecords } from '../features/customers/customers.records.ts'
import { importRecords } from '../features/imports/imports.records.ts'
import { jobRecords } from '../features/jobs/jobs.records.ts'
import { notificationRecords } from '../features/notifications/notifications.records.ts'
import { productRecords } from '../features/products/products.records.ts'
import { opportunityRecords } from '../features/opportunities/opportunities.records.ts'
import { pipelineRecords } from '../features/pipelines/pipelines.records.ts'
import { roleRecords } from '../features/roles/roles.records.ts'
import { savedViewRecords } from '../features/saved-views/saved-views.records.ts'
import { sourceRecords } from '../features/sources/sources.records.ts'
import { teamRecords } from '../features/teams/teams.records.ts'
import { userRecords } from '../features/users/users.records.ts'
import type { RecordSet } from './record-set.ts'

// A function, because rooms and this list import each other's files in a circle of types only at call time.
export const recordSets = (): Record<string, RecordSet> => ({
  'api-keys': apiKeyRecords,
  competitors: competitorRecords,
  dictionaries: dictionaryRecords,
  'dictionary-items': dictionaryItemRecords,
  'exchange-rates': exchangeRateRecords,
  activities: activityRecords,
  attachments: attachmentRecords,
  comments: commentRecords,
  contacts: contactRecords,
  customers: customerRecords,
  imports: importRecords,
  jobs: jobRecords,
  notifications: notificationRecords,
  products: productRecords,
  opportunities: opportunityRecords,
  pipelines: pipelineRecords,
  roles: roleRecords,
  'saved-views': savedViewRecords,
  sources: sourceRecords,
  teams: teamRecords,
  users: userRecords,
})
