/** Organisation settings, first set-up and the sample data. */
import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { organisation, organisationPatch, setupDraft } from './settings.ts'

export const settingRoutes = {
  setupState: route({
    method: 'GET',
    path: '/setup',
    access: 'public',
    summary: 'Whether the installation still waits for its first administrator',
    reply: z.object({ needed: z.boolean(), tokenNeeded: z.boolean() }),
  }),
  setup: route({
    method: 'POST',
    path: '/setup',
    access: 'public',
    summary: 'Name the organisation and make its first administrator',
    body: setupDraft,
    reply: z.object({ userId: z.string() }),
    status: 201,
    errors: ['setup.done', 'setup.token', 'password.weak'],
  }),
  read: route({
    method: 'GET',
    path: '/settings',
    access: 'session',
    summary: 'Read the organisation settings',
    reply: organisation,
  }),
  update: route({
    method: 'PATCH',
    path: '/settings',
    access: 'session',
    permission: 'settings.manage',
    summary: 'Change the organisation settings',
    body: organisationPatch,
    reply: organisation,
    errors: ['base_currency.locked'],
  }),
}
