import { leadFields } from '../features/leads/leads.fields.ts'

export const fields = leadFields
