/** Every route of every room, in one list; and the type the browser's client is checked against. */
import type { ApiOf, Route } from './contract/route.ts'
import { apiKeyRoutes } from './features/api-keys/api-keys.contract.ts'
import { competitorRoutes } from './features/competitors/competitors.contract.ts'
import { dictionaryItemRoutes, dictionaryRoutes } from './features/dictionaries/dictionaries.contract.ts'
import { duplicateRoutes } from './features/duplicates/duplicates.contract.ts'
import { exportRoutes } from './features/exports/exports.contract.ts'
import { exchangeRateRoutes } from './features/exchange-rates/exchange-rates.contract.ts'
import { activityRoutes } from './features/activities/activities.contract.ts'
import { contactRoutes } from './features/contacts/contacts.contract.ts'
import { collaboratorRoutes } from './features/collaborators/collaborators.contract.ts'
import { attachmentRoutes } from './features/attachments/attachments.contract.ts'
import { commentRoutes } from './features/comments/comments.contract.ts'
import { customerRoutes } from './features/customers/customers.contract.ts'
import { eventRoutes } from './features/events/events.contract.ts'
import { importRoutes } from './features/imports/imports.contract.ts'
import { bulkRoutes } from './features/bulk/bulk.contract.ts'
import { jobRoutes } from './features/jobs/jobs.contract.ts'
import { installationRoutes } from './features/installations/installations.contract.ts'
import { ownershipPeriodRoutes } from './features/ownership-periods/ownership-periods.contract.ts'
import { notificationRoutes } from './features/notifications/notifications.contract.ts'
import { productRoutes } from './features/products/products.contract.ts'
import { opportunityRoutes } from './features/opportunities/opportunities.contract.ts'
import { pipelineRoutes } from './features/pipelines/pipelines.contract.ts'
import { invitationRoutes } from './features/invitations/invitations.contract.ts'
import { relationRoutes } from './features/relations/relations.contract.ts'
import { roleRoutes } from './features/roles/roles.contract.ts'
import { publicationRoutes } from './features/publications/publications.contract.ts'
import { savedViewRoutes } from './features/saved-views/saved-views.contract.ts'
import { sessionRoutes } from './features/sessions/sessions.contract.ts'
import { settingRoutes } from './features/settings/settings.contract.ts'
import { stageMoveRoutes } from './features/stage-moves/stage-moves.contract.ts'
import { timelineRoutes } from './features/timelines/timelines.contract.ts'
import { trashRoutes } from './features/trash/trash.contract.ts'
import { sourceRoutes } from './features/sources/sources.contract.ts'
import { teamRoutes } from './features/teams/teams.contract.ts'
import { userRoutes } from './features/users/users.contract.ts'
import { demoRoutes } from './features/demo/demo.contract.ts'
import { reportRoutes } from './features/reports/reports.contract.ts'
import { searchRoutes } from './features/search/search.contract.ts'

export const rooms = {
  'api-keys': apiKeyRoutes,
  competitors: competitorRoutes,
  dictionaries: dictionaryRoutes,
  'dictionary-items': dictionaryItemRoutes,
  duplicates: duplicateRoutes,
  'exchange-rates': exchangeRateRoutes,
  activities: activityRoutes,
  contacts: contactRoutes,
  collaborators: collaboratorRoutes,
  attachments: attachmentRoutes,
  comments: commentRoutes,
  customers: customerRoutes,
  events: eventRoutes,
  imports: importRoutes,
  bulk: bulkRoutes,
  exports: exportRoutes,
  jobs: jobRoutes,
  installations: installationRoutes,
  notifications: notificationRoutes,
  products: productRoutes,
  opportunities: opportunityRoutes,
  'ownership-periods': ownershipPeriodRoutes,
  pipelines: pipelineRoutes,
  invitations: invitationRoutes,
  relations: relationRoutes,
  roles: roleRoutes,
  publications: publicationRoutes,
  'saved-views': savedViewRoutes,
  sessions: sessionRoutes,
  settings: settingRoutes,
  sources: sourceRoutes,
  timelines: timelineRoutes,
  trash: trashRoutes,
  teams: teamRoutes,
  users: userRoutes,
  reports: reportRoutes,
  search: searchRoutes,
  demo: demoRoutes,
  'stage-moves': stageMoveRoutes,
} as const satisfies Record<string, Record<string, Route>>

type Rooms = typeof rooms
type AnyRoute = { [R in keyof Rooms]: Rooms[R][keyof Rooms[R]] }[keyof Rooms]

export type Api = ApiOf<Extract<AnyRoute, Route>>

/** All routes with the room they stand in. */
export const allRoutes: { room: keyof Rooms; name: string; route: Route }[] = Object.entries(rooms).flatMap(
  ([room, routes]) =>
    Object.entries(routes).map(([name, route]) => ({
      room: room as keyof Rooms,
      name,
      route: route as Route,
    })),
)
