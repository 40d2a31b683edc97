/** Beginning a change of many records: which ones and in which version is settled here, once. */
import { bulkTitle } from '@rapport/domain/features/bulk/bulk-title.ts'
import type { BulkEntity } from '@rapport/domain/features/bulk/bulk-actions.ts'
import type { BulkBody } from '@rapport/domain/features/bulk/bulk.ts'
import type { Job } from '@rapport/domain/features/jobs/jobs.ts'
import type { Prisma } from '@rapport/prisma'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { givenRows } from '../../records/given-rows.ts'
import { beginJob, makeJob } from '../jobs/jobs.commands.ts'
import { nouns } from './nouns.ts'
import { chosen, type Chosen } from './selection.queries.ts'
import { settle } from './wanted.commands.ts'

/**
 * The records are those of this moment: what comes to match later is not changed, and what is changed meanwhile by others is
 * left alone. Errors: 403, 422 `bulk.selection`, `bulk.changes`, `bulk.tooMany`, `reference.invalid`.
 */
export const startBulk = (ctx: Ctx, entity: BulkEntity, body: BulkBody): Promise<Job> =>
  transact(ctx, async (tx) => {
    const { action, reason } = await settle(tx, entity, body)
    const { changes = {} } = body
    const all = await chosen(tx, nouns[entity], body)
    const title = bulkTitle(tx.actor.locale, entity, action, Object.keys(changes))
    const spec = { changes, ...(reason !== undefined && { reason }) } as Prisma.InputJsonObject
    const id = await makeJob(tx, { kind: 'bulk', entity, action, title, spec })
    await keepRows(tx, id, all)
    return beginJob(tx, id, title, 'bulk.started', all.length)
  })

const keepRows = async (tx: Tx, jobId: string, all: readonly Chosen[]): Promise<void> => {
  if (all.length === 0) return
  const rows = givenRows([
    { name: 'rowNo', type: 'int', values: all.map((_, at) => at + 1) },
    { name: 'recordId', type: 'uuid', values: all.map(({ id }) => id) },
    { name: 'version', type: 'int', values: all.map(({ version }) => version) },
  ])
  await tx.db.$executeRaw`
    insert into job_rows ("jobId", "rowNo", "recordId", version)
    select ${jobId}::uuid, "rowNo", "recordId", version from ${rows} given`
}
