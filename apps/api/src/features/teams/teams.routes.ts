/** Teams over HTTP. */
import { teamRoutes } from '@rapport/domain/features/teams/teams.contract.ts'
import type { Team } from '@rapport/domain/features/teams/teams.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { aggregateRecords } from '../../records/aggregate.ts'
import { readRecord } from '../../records/find.ts'
import { listRecords } from '../../records/list.ts'
import { archiveTeam, createTeam, updateTeam } from './teams.commands.ts'
import { teamRecords } from './teams.records.ts'

export const registerTeams = (app: FastifyInstance): void => {
  serve(app, teamRoutes.list, ({ query }, ctx) => listRecords<Team>(ctx, teamRecords, query))
  serve(app, teamRoutes.aggregate, ({ query }, ctx) => aggregateRecords(ctx, teamRecords, query))
  serve(app, teamRoutes.read, ({ params }, ctx) => readRecord<Team>(ctx, teamRecords, params.id))
  serve(app, teamRoutes.create, ({ body }, ctx) => createTeam(ctx, body))
  serve(app, teamRoutes.update, ({ params, body }, ctx) => updateTeam(ctx, params.id, body))
  serve(app, teamRoutes.archive, ({ params, body }, ctx) => archiveTeam(ctx, params.id, body, true))
  serve(app, teamRoutes.unarchive, ({ params, body }, ctx) => archiveTeam(ctx, params.id, body, false))
}
