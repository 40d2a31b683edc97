/** Takes the sample company out: children first, each row only if nobody changed it and nothing of somebody else's refers to it. */
import { rm } from 'node:fs/promises'
import type { Ctx, Tx } from '../../ctx.ts'
import { record } from '../../events/record.ts'
import { refuse } from '../../http/problems.ts'
import { forgetAttachments } from '../attachments/attachment-keeping.commands.ts'
import { forgetCollaborators } from '../collaborators/collaborators.commands.ts'
import { uploadPath } from '../imports/upload.ts'
import { forgetOwnership } from '../ownership-periods/ownership-periods.commands.ts'
import { ORGANISATION_ID } from '../settings/settings.commands.ts'
import { demoTables } from './demo.commands.ts'

type Left = { recordType: string; recordId: string; title: string | null }
export type Removal = { removed: number; kept: { noun: string; id: string; title: string }[] }

// Some hundred rows, each in a savepoint of its own: longer than a command may take.
const MINUTES = 3 * 60_000
const DAY = 86_400_000

/** The caller's own account stays, or he would lock himself out. Errors: 409 `demo.absent`. */
export const removeDemo = async (ctx: Ctx): Promise<Removal> => {
  const { uploads, ...removal } = await ctx.services.prisma.$transaction(
    (db) => remove({ ...ctx, db, subject: null }),
    { maxWait: 5_000, timeout: MINUTES },
  )
  await forgetAttachments(ctx)
  for (const key of uploads) await rm(uploadPath(ctx.services.config.home, key), { force: true })
  return removal
}

const remove = async (tx: Tx): Promise<Removal & { uploads: string[] }> => {
  const before = await tx.db.demoRecord.count()
  if (before === 0) refuse('demo.absent')
  const made = await tx.db.demoRecord.findMany({ select: { recordId: true } })
  const uploads = await forgetImports(tx)
  for (const noun of Object.keys(demoTables).toReversed()) {
    const table = demoTables[noun]
    await tx.db.$executeRaw`select remove_demo_records(${noun}, ${table}::regclass, ${tx.actor.userId}::uuid)`
    if (noun !== 'customers') continue
    await forgetOwnership(tx) // else who owned them could not go
    await forgetCollaborators(tx)
  }
  await forgetFiles(
    tx,
    made.map(({ recordId }) => recordId),
  )
  const kept = await tx.db.$queryRaw<Left[]>`
    select d."recordType", d."recordId", demo_title(d."recordType", d."recordId") as title
    from demo_records d order by d."order"`
  await tx.db.demoRecord.deleteMany({})
  const data = { removed: before - kept.length, kept: kept.length }
  await record(tx, { type: 'demo.removed', subject: ORGANISATION_ID, title: '', data })
  return { removed: data.removed, kept: kept.map(present), uploads }
}

/** What came in stays accounted for by its own record; the keys of the files. */
const forgetImports = async (tx: Tx): Promise<string[]> => {
  const gone = await tx.db.$queryRaw<{ fileKey: string }[]>`
    delete from imports where id in (select "recordId" from demo_records where "recordType" = 'imports') returning "fileKey"`
  await tx.db.demoRecord.deleteMany({ where: { recordType: 'imports' } })
  return gone.map(({ fileKey }) => fileKey)
}

/** The files of the sample, and all others of what is gone, as if they had been taken away long ago: the sweep meets them at once. */
const forgetFiles = async (tx: Tx, made: string[]): Promise<void> => {
  const long = new Date(tx.now.getTime() - DAY)
  await tx.db.$executeRaw`
    update attachments set "deletedAt" = ${long}
    where id in (select "recordId" from demo_records where "recordType" = 'attachments')
      or ("targetId" = any(${made}::uuid[]) and "targetId" not in (select "recordId" from demo_records))`
  await tx.db.demoRecord.deleteMany({ where: { recordType: 'attachments' } })
}

const present = ({ recordType, recordId, title }: Left) => ({ noun: recordType, id: recordId, title: title ?? '' })

export const countDemo = async (ctx: Ctx | Tx): Promise<{ records: number }> => ({
  records: await ctx.db.demoRecord.count(),
})
