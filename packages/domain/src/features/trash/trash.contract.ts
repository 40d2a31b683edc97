/** What the API offers on the trash. */
import { idParams, listQuery, pageOf } from '../../contract/page.ts'
import { route } from '../../contract/route.ts'
import { restoration, trashEntry } from './trash.ts'

export const trashRoutes = {
  list: route({
    method: 'GET',
    path: '/trash',
    access: 'session',
    summary: 'List deleted records the caller may bring back',
    query: listQuery,
    reply: pageOf(trashEntry),
  }),
  restore: route({
    method: 'POST',
    path: '/trash/:id/restore',
    access: 'session',
    summary: 'Bring a deleted record back, with everything that went along with it',
    params: idParams,
    reply: restoration,
    unversioned: true,
    errors: ['record.exists', 'trash.parentDeleted'],
  }),
}
