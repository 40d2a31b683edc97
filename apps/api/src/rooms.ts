/** Every room of the API, one line each. */
import type { FastifyInstance } from 'fastify'
import { registerInstallations } from './features/installations/installations.routes.ts'
import { registerSessions } from './features/sessions/sessions.routes.ts'
import { registerSettings } from './features/settings/settings.routes.ts'
import { registerSources } from './features/sources/sources.routes.ts'

export const registerRooms = (app: FastifyInstance): void => {
  registerInstallations(app)
  registerSessions(app)
  registerSettings(app)
  registerSources(app)
}
