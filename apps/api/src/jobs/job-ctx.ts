/** The context of work in the background: for somebody, at this moment, caused by an event. */
import { randomUUID } from 'node:crypto'
import type { Actor } from '@rapport/domain/access/actor.ts'
import type { Ctx, Log, Services } from '../ctx.ts'

export const jobCtx = (services: Services, actor: Actor, log: Log, cause: Ctx['cause'] = null): Ctx => ({
  actor,
  db: services.prisma,
  now: services.now(),
  log,
  requestId: randomUUID(),
  ip: null,
  ifMatch: null,
  idempotency: null,
  services,
  cause,
})

/** The same work at this moment: what lasts takes the time anew for each of its steps. */
export const atThisMoment = (ctx: Ctx): Ctx => ({ ...ctx, now: ctx.services.now() })
