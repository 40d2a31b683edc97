/** Roles over HTTP. */
import { roleRoutes } from '@rapport/domain/features/roles/roles.contract.ts'
import type { Role } from '@rapport/domain/features/roles/roles.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { aggregateRecords } from '../../records/aggregate.ts'
import { readRecord } from '../../records/find.ts'
import { listRecords } from '../../records/list.ts'
import { roleCatalogue } from './role-rules.ts'
import { archiveRole, createRole, deleteRole, updateRole } from './roles.commands.ts'
import { roleRecords } from './roles.records.ts'

export const registerRoles = (app: FastifyInstance): void => {
  serve(app, roleRoutes.list, ({ query }, ctx) => listRecords<Role>(ctx, roleRecords, query))
  serve(app, roleRoutes.aggregate, ({ query }, ctx) => aggregateRecords(ctx, roleRecords, query))
  serve(app, roleRoutes.catalogue, async () => roleCatalogue())
  serve(app, roleRoutes.read, ({ params }, ctx) => readRecord<Role>(ctx, roleRecords, params.id))
  serve(app, roleRoutes.create, ({ body }, ctx) => createRole(ctx, body))
  serve(app, roleRoutes.update, ({ params, body }, ctx) => updateRole(ctx, params.id, body))
  serve(app, roleRoutes.delete, ({ params }, ctx) => deleteRole(ctx, params.id))
  serve(app, roleRoutes.archive, ({ params, body }, ctx) => archiveRole(ctx, params.id, body, true))
  serve(app, roleRoutes.unarchive, ({ params, body }, ctx) => archiveRole(ctx, params.id, body, false))
}
