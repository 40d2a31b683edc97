/** What the API offers on API keys. */
import { idParams, listQuery, pageOf, versionBody } from '../../contract/page.ts'
import { route } from '../../contract/route.ts'
import { apiKey, apiKeyDraft, apiKeyMade, apiKeyPatch, rotation } from './api-keys.ts'

export const apiKeyRoutes = {
  list: route({
    method: 'GET',
    path: '/api-keys',
    access: 'session',
    permission: 'api-keys.read',
    summary: 'List my keys, or all with the reach for it',
    query: listQuery,
    reply: pageOf(apiKey),
  }),
  read: route({
    method: 'GET',
    path: '/api-keys/:id',
    access: 'session',
    permission: 'api-keys.read',
    summary: 'Read a key’s particulars',
    params: idParams,
    reply: apiKey,
  }),
  create: route({
    method: 'POST',
    path: '/api-keys',
    access: 'session',
    permission: 'api-keys.create',
    summary: 'Make a key of my own; it is shown once',
    body: apiKeyDraft,
    reply: apiKeyMade,
    status: 201,
    errors: ['auth.stale', 'role.exceeds', 'rule.refused'],
  }),
  update: route({
    method: 'PATCH',
    path: '/api-keys/:id',
    access: 'session',
    permission: 'api-keys.update',
    summary: 'Say anew what a key is for',
    params: idParams,
    body: apiKeyPatch,
    reply: apiKey,
  }),
  rotate: route({
    method: 'POST',
    path: '/api-keys/:id/rotate',
    access: 'session',
    permission: 'api-keys.create',
    summary: 'Replace a key of my own; both work for the overlap',
    params: idParams,
    body: rotation,
    reply: apiKeyMade,
    status: 201,
    errors: ['auth.stale', 'apiKey.ended'],
  }),
  revoke: route({
    method: 'POST',
    path: '/api-keys/:id/revoke',
    access: 'session',
    permission: 'api-keys.update',
    summary: 'End a key at once',
    params: idParams,
    body: versionBody,
    reply: apiKey,
    errors: ['apiKey.ended'],
  }),
}
