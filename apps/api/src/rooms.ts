/** Every room of the API, one line each. */
import type { FastifyInstance } from 'fastify'
import { registerApiKeys } from './features/api-keys/api-keys.routes.ts'
import { registerCompetitors } from './features/competitors/competitors.routes.ts'
import { registerDictionaries, registerDictionaryItems } from './features/dictionaries/dictionaries.routes.ts'
import { registerDuplicates } from './features/duplicates/duplicates.routes.ts'
import { registerExchangeRates } from './features/exchange-rates/exchange-rates.routes.ts'
import { registerActivities } from './features/activities/activities.routes.ts'
import { registerCollaborators } from './features/collaborators/collaborators.routes.ts'
import { registerAttachments } from './features/attachments/attachments.routes.ts'
import { registerComments } from './features/comments/comments.routes.ts'
import { registerContacts } from './features/contacts/contacts.routes.ts'
import { registerCustomers } from './features/customers/customers.routes.ts'
import { registerEvents } from './features/events/events.routes.ts'
import { registerImports } from './features/imports/imports.routes.ts'
import { registerBulk } from './features/bulk/bulk.routes.ts'
import { registerExports } from './features/exports/exports.routes.ts'
import { registerJobs } from './features/jobs/jobs.routes.ts'
import { registerInstallations } from './features/installations/installations.routes.ts'
import { registerNotifications } from './features/notifications/notifications.routes.ts'
import { registerProducts } from './features/products/products.routes.ts'
import { registerOpportunities } from './features/opportunities/opportunities.routes.ts'
import { registerOwnershipPeriods } from './features/ownership-periods/ownership-periods.routes.ts'
import { registerPipelines } from './features/pipelines/pipelines.routes.ts'
import { registerInvitations } from './features/invitations/invitations.routes.ts'
import { registerRelations } from './features/relations/relations.routes.ts'
import { registerRoles } from './features/roles/roles.routes.ts'
import { registerPublications } from './features/publications/publications.routes.ts'
import { registerSavedViews } from './features/saved-views/saved-views.routes.ts'
import { registerSessions } from './features/sessions/sessions.routes.ts'
import { registerSettings } from './features/settings/settings.routes.ts'
import { registerStageMoves } from './features/stage-moves/stage-moves.routes.ts'
import { registerTimelines } from './features/timelines/timelines.routes.ts'
import { registerTrash } from './features/trash/trash.routes.ts'
import { registerSources } from './features/sources/sources.routes.ts'
import { registerTeams } from './features/teams/teams.routes.ts'
import { registerUsers } from './features/users/users.routes.ts'
import { registerDemo } from './features/demo/demo.routes.ts'
import { sampleLoader } from './features/demo/sample-loader.ts'
import { registerReports } from './features/reports/reports.routes.ts'
import { registerSearch } from './features/search/search.routes.ts'

const rooms: readonly ((app: FastifyInstance) => void)[] = [
  registerApiKeys,
  registerCompetitors,
  registerDictionaries,
  registerDictionaryItems,
  registerDuplicates,
  registerExchangeRates,
  registerActivities,
  registerCollaborators,
  registerAttachments,
  registerComments,
  registerContacts,
  registerCustomers,
  registerEvents,
  registerImports,
  registerBulk,
  registerExports,
  registerJobs,
  (app) => registerInstallations(app, sampleLoader(app.services)),
  registerNotifications,
  registerProducts,
  registerOpportunities,
  registerOwnershipPeriods,
  registerPipelines,
  registerInvitations,
  registerRelations,
  registerRoles,
  registerPublications,
  registerSavedViews,
  registerSessions,
  registerSettings,
  registerSources,
  registerTimelines,
  registerTrash,
  registerTeams,
  registerUsers,
  registerReports,
  registerSearch,
  registerDemo,
  registerStageMoves,
]

/** Every room serves its routes. */
export const registerRooms = (app: FastifyInstance): void => {
  for (const register of rooms) register(app)
}
