/** What the API offers on collaborators: whoever sees the record sees them, its owner and who stands above him lend access. */
import { z } from 'zod'
import { idParams, limitParam, pageOf } from '../../contract/page.ts'
import { cursorParam } from '../../contract/query.ts'
import { route } from '../../contract/route.ts'
import { customer } from '../customers/customers.ts'
import { opportunity } from '../opportunities/opportunities.ts'
import { collaborator, sharing, unsharing } from './collaborators.ts'

const collaboratorsQuery = z.strictObject({ limit: limitParam(), cursor: cursorParam().optional() })
export type CollaboratorsQuery = z.output<typeof collaboratorsQuery>

const list = { access: 'session', params: idParams, query: collaboratorsQuery, reply: pageOf(collaborator) } as const
const errors = [
  'reference.invalid',
  'share.end_in_past',
  'share.no_entity_right',
  'share.owner',
  'share.limit',
] as const

export const collaboratorRoutes = {
  ofCustomer: route({
    ...list,
    method: 'GET',
    path: '/customers/:id/collaborators',
    permission: 'customers.read',
    summary: 'Who besides the owner has access to a customer, as far as it was lent',
  }),
  ofOpportunity: route({
    ...list,
    method: 'GET',
    path: '/opportunities/:id/collaborators',
    permission: 'opportunities.read',
    summary: 'Who besides the owner has access to an opportunity, as far as it was lent',
  }),
  shareCustomer: route({
    method: 'POST',
    path: '/customers/:id/share',
    access: 'session',
    permission: 'customers.update',
    summary: 'Lend somebody access to a customer and what hangs on it, or change what he has',
    params: idParams,
    body: sharing,
    reply: customer,
    errors,
  }),
  unshareCustomer: route({
    method: 'POST',
    path: '/customers/:id/unshare',
    access: 'session',
    permission: 'customers.update',
    summary: 'Take back the access lent to somebody',
    params: idParams,
    body: unsharing,
    reply: customer,
    errors: ['reference.invalid'],
  }),
  shareOpportunity: route({
    method: 'POST',
    path: '/opportunities/:id/share',
    access: 'session',
    permission: 'opportunities.update',
    summary: 'Lend somebody access to an opportunity, or change what he has',
    params: idParams,
    body: sharing,
    reply: opportunity,
    errors,
  }),
  unshareOpportunity: route({
    method: 'POST',
    path: '/opportunities/:id/unshare',
    access: 'session',
    permission: 'opportunities.update',
    summary: 'Take back the access lent to somebody',
    params: idParams,
    body: unsharing,
    reply: opportunity,
    errors: ['reference.invalid'],
  }),
  leaveCustomer: route({
    method: 'POST',
    path: '/customers/:id/leave',
    access: 'session',
    permission: 'customers.read',
    summary: 'Give back the access to a customer that was lent to oneself; nothing happens where none was',
    params: idParams,
    reply: null,
    status: 204,
  }),
  leaveOpportunity: route({
    method: 'POST',
    path: '/opportunities/:id/leave',
    access: 'session',
    permission: 'opportunities.read',
    summary: 'Give back the access to an opportunity that was lent to oneself; nothing happens where none was',
    params: idParams,
    reply: null,
    status: 204,
  }),
}
