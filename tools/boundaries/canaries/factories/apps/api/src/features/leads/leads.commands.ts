import { aLead } from '@rapport/prisma/factories/leads.ts'

export const seed = () => aLead({})
