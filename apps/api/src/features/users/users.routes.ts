/** Users over HTTP. */
import { userRoutes } from '@rapport/domain/features/users/users.contract.ts'
import type { User } from '@rapport/domain/features/users/users.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { aggregateRecords } from '../../records/aggregate.ts'
import { readRecord } from '../../records/find.ts'
import { listRecords } from '../../records/list.ts'
import { createUser } from './user-creation.commands.ts'
import { markUserLeft, reactivateUser, suspendUser } from './user-states.commands.ts'
import { deleteUser, updateUser } from './users.commands.ts'
import { userRecords } from './users.records.ts'

export const registerUsers = (app: FastifyInstance): void => {
  serve(app, userRoutes.list, ({ query }, ctx) => listRecords<User>(ctx, userRecords, query))
  serve(app, userRoutes.aggregate, ({ query }, ctx) => aggregateRecords(ctx, userRecords, query))
  serve(app, userRoutes.read, ({ params }, ctx) => readRecord<User>(ctx, userRecords, params.id))
  serve(app, userRoutes.create, ({ body }, ctx) => createUser(ctx, body))
  serve(app, userRoutes.update, ({ params, body }, ctx) => updateUser(ctx, params.id, body))
  serve(app, userRoutes.delete, ({ params }, ctx) => deleteUser(ctx, params.id))
  serve(app, userRoutes.suspend, ({ params, body }, ctx) => suspendUser(ctx, params.id, body))
  serve(app, userRoutes.reactivate, ({ params, body }, ctx) => reactivateUser(ctx, params.id, body))
  serve(app, userRoutes.leave, ({ params, body }, ctx) => markUserLeft(ctx, params.id, body))
}
