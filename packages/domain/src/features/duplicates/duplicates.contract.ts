/** What the API offers against entering somebody twice. */
import { route } from '../../contract/route.ts'
import { duplicateAnswer, duplicateQuestion } from './duplicates.ts'

export const duplicateRoutes = {
  check: route({
    method: 'POST',
    path: '/duplicates/check',
    access: 'session',
    summary: 'Find customers or contacts that a record being entered may be',
    body: duplicateQuestion,
    reply: duplicateAnswer,
    unversioned: true,
  }),
}
