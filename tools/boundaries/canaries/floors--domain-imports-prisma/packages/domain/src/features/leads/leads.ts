import type { Lead } from '@rapport/prisma'

export type Reply = Lead
