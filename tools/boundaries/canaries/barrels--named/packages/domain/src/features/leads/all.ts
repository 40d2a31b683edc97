export { lead } from './leads.ts'
export { leadFields } from './leads.fields.ts'
