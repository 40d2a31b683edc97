/** What the API offers on comments: they need no right of their own, who sees the record reads and writes them. */
import { z } from 'zod'
import type { Permission } from '../../access/permissions.ts'
import { idParams, listQuery, pageOf } from '../../contract/page.ts'
import { route } from '../../contract/route.ts'
import { text } from '../../contract/text.ts'
import { comment, commentDraft, commentPatch, readers } from './comments.ts'

const readersQuery = z.strictObject({
  search: text(100).optional().meta({ description: 'A part of a name or of its pinyin.' }),
})
export type ReadersQuery = z.output<typeof readersQuery>

const readersOf = <const P extends string>(path: P, permission: Permission) =>
  route({
    method: 'GET',
    path,
    access: 'session',
    permission,
    summary: 'Find people who see this record, to mention them, and others of such a name',
    params: idParams,
    query: readersQuery,
    reply: readers,
  })

export const commentRoutes = {
  list: route({
    method: 'GET',
    path: '/comments',
    access: 'session',
    summary: 'List comments on the records one sees',
    query: listQuery,
    reply: pageOf(comment),
  }),
  read: route({
    method: 'GET',
    path: '/comments/:id',
    access: 'session',
    summary: 'Read a comment',
    params: idParams,
    reply: comment,
  }),
  create: route({
    method: 'POST',
    path: '/comments',
    access: 'session',
    summary: 'Comment on a record, or answer a comment',
    body: commentDraft,
    reply: comment,
    status: 201,
    errors: ['record.notFound', 'mention.no_access', 'reference.invalid', 'share.no_entity_right', 'share.limit'],
  }),
  update: route({
    method: 'PATCH',
    path: '/comments/:id',
    access: 'session',
    summary: 'Change one’s own comment',
    params: idParams,
    body: commentPatch,
    reply: comment,
    errors: ['mention.no_access', 'share.no_entity_right', 'share.limit'],
  }),
  delete: route({
    method: 'DELETE',
    path: '/comments/:id',
    access: 'session',
    summary: 'Delete a comment',
    params: idParams,
    reply: null,
    status: 204,
    errors: ['comment.answered'],
  }),
  readersOfCustomer: readersOf('/customers/:id/readers', 'customers.read'),
  readersOfContact: readersOf('/contacts/:id/readers', 'contacts.read'),
  readersOfOpportunity: readersOf('/opportunities/:id/readers', 'opportunities.read'),
}
