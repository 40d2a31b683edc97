/** The sample company: loaded and taken out by one click. */
import { z } from 'zod'
import { route } from '../../contract/route.ts'

const kept = z.object({ noun: z.string(), id: z.string(), title: z.string() }).meta({ id: 'KeptSample' })

export const demoRoutes = {
  read: route({
    method: 'GET',
    path: '/demo',
    access: 'session',
    permission: 'settings.manage',
    summary: 'How much of the sample company is there',
    reply: z.object({ records: z.int() }),
  }),
  load: route({
    method: 'POST',
    path: '/demo/load',
    access: 'session',
    permission: 'settings.manage',
    unversioned: true,
    summary: 'Load the sample company in one of the two languages',
    body: z.strictObject({ language: z.enum(['zh', 'en']) }),
    reply: z.object({ records: z.int() }),
    errors: ['demo.present', 'demo.pipeline'],
  }),
  remove: route({
    method: 'POST',
    path: '/demo/remove',
    access: 'session',
    permission: 'settings.manage',
    unversioned: true,
    summary: 'Take the sample company out again; what people changed or linked since stays and is listed',
    body: z.strictObject({}),
    reply: z.object({ removed: z.int(), kept: z.array(kept) }),
    errors: ['demo.absent'],
  }),
}
