import { Prisma } from '@rapport/prisma'

export const all = Prisma.sql`select 1`
