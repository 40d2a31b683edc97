/** What the API offers for finding a record of any noun. */
import { route } from '../../contract/route.ts'
import { searchQuery, searchReply } from './search.ts'

export const searchRoutes = {
  search: route({
    method: 'GET',
    path: '/search',
    access: 'session',
    summary:
      'Find customers, contacts, deals and products by a part of a name, its pinyin, a number, the end of a phone or a mail address',
    query: searchQuery,
    reply: searchReply,
  }),
}
