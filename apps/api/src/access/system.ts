/** The product acting by itself: at its start, by the clock, in reaction to an event. */
import { systemActor } from '@rapport/domain/access/actor.ts'
import type { Ctx, Log, Services } from '../ctx.ts'

/** A ctx of nobody's; `about` stands in the events as the request, so that what a start or a job did can be found. */
export const systemCtx = (services: Services, log: Log, about: string, timeZone = 'UTC'): Ctx => ({
  actor: systemActor(timeZone),
  db: services.prisma,
  now: services.now(),
  log,
  requestId: about,
  ip: null,
  ifMatch: null,
  idempotency: null,
  services,
  cause: null,
})
