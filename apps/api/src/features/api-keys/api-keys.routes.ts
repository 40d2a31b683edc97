/** API keys over HTTP. */
import { apiKeyRoutes } from '@rapport/domain/features/api-keys/api-keys.contract.ts'
import type { ApiKey } from '@rapport/domain/features/api-keys/api-keys.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { readRecord } from '../../records/find.ts'
import { listRecords } from '../../records/list.ts'
import { createApiKey, revokeApiKey, rotateApiKey, updateApiKey } from './api-keys.commands.ts'
import { apiKeyRecords } from './api-keys.records.ts'

export const registerApiKeys = (app: FastifyInstance): void => {
  serve(app, apiKeyRoutes.list, ({ query }, ctx) => listRecords<ApiKey>(ctx, apiKeyRecords, query))
  serve(app, apiKeyRoutes.read, ({ params }, ctx) => readRecord<ApiKey>(ctx, apiKeyRecords, params.id))
  serve(app, apiKeyRoutes.create, ({ body }, ctx) => createApiKey(ctx, body))
  serve(app, apiKeyRoutes.update, ({ params, body }, ctx) => updateApiKey(ctx, params.id, body))
  serve(app, apiKeyRoutes.rotate, ({ params, body }, ctx) => rotateApiKey(ctx, params.id, body))
  serve(app, apiKeyRoutes.revoke, ({ params, body }, ctx) => revokeApiKey(ctx, params.id, body))
}
