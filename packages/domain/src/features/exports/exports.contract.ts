/** What the API offers on exports; how far one has come is told by its job. */
import { z } from 'zod'
import { idParams } from '../../contract/page.ts'
import { route } from '../../contract/route.ts'
import { job } from '../jobs/jobs.ts'
import { exportBody } from './exports.ts'

export const exportRoutes = {
  create: route({
    method: 'POST',
    path: '/exports',
    access: 'session',
    summary:
      'Write a list into a CSV or XLSX file, contacts also as vCard, that can be imported again: a job that can be watched and stopped',
    body: exportBody,
    reply: job,
    status: 202,
    errors: ['fields.unknown', 'sort.field', 'export.tooMany'],
  }),
  file: route({
    method: 'GET',
    path: '/exports/:id/file',
    access: 'session',
    summary: 'Download the file of one’s own export while it is kept',
    params: idParams,
    reply: z.string(),
    sends: 'application/octet-stream',
    errors: ['export.gone', 'job.state'],
  }),
}
