/** Takes the sample company out: children first, each row only if nobody changed it and nothing of somebody else's refers to it. */
import type { Ctx, Tx } from '../../ctx.ts'
import { record } from '../../events/record.ts'
import { refuse } from '../../http/problems.ts'
import { forgetCollaborators } from '../collaborators/collaborators.commands.ts'
import { forgetOwnership } from '../ownership-periods/ownership-periods.commands.ts'
import { ORGANISATION_ID } from '../settings/settings.commands.ts'
import { demoTables } from './demo.commands.ts'

type Left = { recordType: string; recordId: string; title: string | null }
export type Removal = { removed: number; kept: { noun: string; id: string; title: string }[] }

// Some hundred rows, each in a savepoint of its own: longer than a command may take.
const MINUTES = 3 * 60_000

/** The caller's own account stays, or he would lock himself out. Errors: 409 `demo.absent`. */
export const removeDemo = (ctx: Ctx): Promise<Removal> =>
  ctx.services.prisma.$transaction((db) => remove({ ...ctx, db, subject: null }), { maxWait: 5_000, timeout: MINUTES })

const remove = async (tx: Tx): Promise<Removal> => {
  const before = await tx.db.demoRecord.count()
  if (before === 0) refuse('demo.absent')
  for (const noun of Object.keys(demoTables).toReversed()) {
    const table = demoTables[noun]
    await tx.db.$executeRaw`select remove_demo_records(${noun}, ${table}::regclass, ${tx.actor.userId}::uuid)`
    if (noun !== 'customers') continue
    await forgetOwnership(tx) // else who owned them could not go
    await forgetCollaborators(tx)
  }
  const kept = await tx.db.$queryRaw<Left[]>`
    select d."recordType", d."recordId", demo_title(d."recordType", d."recordId") as title
    from demo_records d order by d."order"`
  await tx.db.demoRecord.deleteMany({})
  const data = { removed: before - kept.length, kept: kept.length }
  await record(tx, { type: 'demo.removed', subject: ORGANISATION_ID, title: '', data })
  return { removed: data.removed, kept: kept.map(present) }
}

const present = ({ recordType, recordId, title }: Left) => ({ noun: recordType, id: recordId, title: title ?? '' })

export const countDemo = async (ctx: Ctx | Tx): Promise<{ records: number }> => ({
  records: await ctx.db.demoRecord.count(),
})
