import { leadColumns } from '../features/leads/lead-columns.tsx'

export const columns = leadColumns
