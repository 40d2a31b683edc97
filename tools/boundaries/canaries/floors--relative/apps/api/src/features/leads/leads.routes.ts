import { leadRoutes } from '../../../../../packages/domain/src/features/leads/leads.contract.ts'

export const routes = leadRoutes
