/** What the API offers on exports; how far one has come is told by its job. */
import { z } from 'zod'
import { idParams } from '../../contract/page.ts'
import { route } from '../../contract/route.ts'
import { job } from '../jobs/jobs.ts'
import { exportBody } from './exports.ts'

const card = {
  method: 'GET',
  access: 'session',
  params: idParams,
  reply: z.string(),
  sends: 'text/vcard',
} as const

export const exportRoutes = {
  create: route({
    method: 'POST',
    path: '/exports',
    access: 'session',
    summary:
      'Write a list into a CSV or XLSX file, contacts and persons among customers also as vCard, that can be imported again: a job that can be watched and stopped',
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
  contactCard: route({
    ...card,
    path: '/contacts/:id/vcard',
    permission: 'contacts.read',
    summary: 'A contact as an address card (vCard 4.0), with what the caller reads of him unmasked',
  }),
  customerCard: route({
    ...card,
    path: '/customers/:id/vcard',
    permission: 'customers.read',
    summary: 'A customer who is a person as an address card (vCard 4.0), with what the caller reads of him unmasked',
    errors: ['card.company'],
  }),
}
