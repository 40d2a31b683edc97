/** First set-up. */
import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { setupDraft } from './installations.ts'

export const installationRoutes = {
  state: route({
    method: 'GET',
    path: '/setup',
    access: 'public',
    summary: 'Whether the installation still waits for its first administrator',
    reply: z.object({ needed: z.boolean(), tokenNeeded: z.boolean() }),
  }),
  setUp: route({
    method: 'POST',
    path: '/setup',
    access: 'public',
    summary: 'Name the organisation and make its first administrator',
    body: setupDraft,
    reply: z.object({ userId: z.string() }),
    status: 201,
    errors: ['setup.done', 'setup.token', 'password.weak'],
  }),
}
