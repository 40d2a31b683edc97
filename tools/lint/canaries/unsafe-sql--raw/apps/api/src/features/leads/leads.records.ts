import { Prisma } from '@rapport/prisma'

export const order = (name: string) => Prisma.raw(name)
