/** The duplicate check over HTTP. */
import { duplicateRoutes } from '@rapport/domain/features/duplicates/duplicates.contract.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { checkDuplicates } from './duplicate-check.commands.ts'

export const registerDuplicates = (app: FastifyInstance): void => {
  serve(app, duplicateRoutes.check, ({ body }, ctx) => checkDuplicates(ctx, body))
}
