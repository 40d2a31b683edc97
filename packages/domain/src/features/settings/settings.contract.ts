/** The organisation's settings. */
import { route } from '../../contract/route.ts'
import { organisation, organisationPatch } from './settings.ts'

export const settingRoutes = {
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
