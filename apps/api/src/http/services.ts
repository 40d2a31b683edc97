/** Decorates the application with what every request needs. */
import { createHmac, randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { PrismaClient } from '@rapport/prisma'
import type { Services } from '../ctx.ts'

/** One secret per installation, kept in its database so that several API processes sign alike. */
export const loadSecret = async (prisma: PrismaClient): Promise<Buffer> => {
  const key = 'server.secret'
  const fresh = randomBytes(32).toString('base64url')
  await prisma.$executeRaw`insert into settings (key, value) values (${key}, ${JSON.stringify(fresh)}::jsonb) on conflict do nothing`
  const row = await prisma.setting.findUniqueOrThrow({ where: { key } })
  return createHmac('sha256', String(row.value)).update('cursor').digest()
}

export const installServices = (app: FastifyInstance, services: Services): void => {
  app.decorate('services', services)
  app.decorateRequest('actor', null)
}
