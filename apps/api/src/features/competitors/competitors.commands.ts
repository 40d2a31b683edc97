/** Writing competitors. */
import { competitorFields } from '@rapport/domain/features/competitors/competitors.fields.ts'
import { competitorPolicy } from '@rapport/domain/features/competitors/competitors.policy.ts'
import type { Competitor, CompetitorDraft, CompetitorPatch } from '@rapport/domain/features/competitors/competitors.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { changesBetween, record } from '../../events/record.ts'
import { demand, refuse } from '../../http/problems.ts'
import { lockVisible, readRecord } from '../../records/find.ts'
import { sameVersion, stamp } from '../../records/versions.ts'
import { demandWritable, readableName } from '../../records/writable.ts'
import { competitorRecords } from './competitors.records.ts'

/** Errors: 409 `record.duplicate` for a name that is taken. */
export const createCompetitor = (ctx: Ctx, draft: CompetitorDraft): Promise<Competitor> =>
  transact(ctx, async (tx) => {
    demandWritable(tx, 'competitors', competitorFields, draft)
    await demandFreeName(tx, draft.name)
    const { name, website = null, strengths = null, weaknesses = null } = draft
    const by = { createdById: tx.actor.userId, updatedById: tx.actor.userId }
    const { id } = await tx.db.competitor.create({
      data: { name, website, strengths, weaknesses, ...by },
      select: { id: true },
    })
    await record(tx, { type: 'competitor.created', subject: id, title: name, version: 1 })
    return read(tx, id)
  })

export const updateCompetitor = (ctx: Ctx, id: string, patch: CompetitorPatch): Promise<Competitor> =>
  transact(ctx, async (tx) => {
    const competitor = await findCompetitor(tx, id)
    demand(competitorPolicy.edit(tx.actor))
    demandWritable(tx, 'competitors', competitorFields, patch)
    sameVersion(tx, competitor, patch, readableName(tx, 'competitors'))
    const { version: _, ...sent } = patch
    const { name, website, strengths, weaknesses } = { ...competitor, ...sent }
    if (name !== competitor.name) await demandFreeName(tx, name)
    const changed = { name, website, strengths, weaknesses }
    await tx.db.competitor.update({ where: { id }, data: { ...changed, ...stamp(tx) } })
    await record(tx, {
      type: 'competitor.updated',
      subject: id,
      title: name,
      version: competitor.version + 1,
      changes: changesBetween(competitor, changed),
    })
    return read(tx, id)
  })

/** Retires a competitor, or offers it again; deals that name it keep it. */
export const archiveCompetitor = (
  ctx: Ctx,
  id: string,
  sent: { version?: number | undefined },
  archived: boolean,
): Promise<Competitor> =>
  transact(ctx, async (tx) => {
    const competitor = await findCompetitor(tx, id)
    demand(competitorPolicy.edit(tx.actor))
    sameVersion(tx, competitor, sent)
    if ((competitor.archivedAt !== null) === archived) return read(tx, id)
    await tx.db.competitor.update({ where: { id }, data: { archivedAt: archived ? tx.now : null, ...stamp(tx) } })
    const type = archived ? 'competitor.archived' : 'competitor.unarchived'
    await record(tx, { type, subject: id, title: competitor.name, version: competitor.version + 1 })
    return read(tx, id)
  })

const demandFreeName = async (tx: Tx, name: string): Promise<void> => {
  const known = await tx.db.competitor.findUnique({ where: { name }, select: { id: true } })
  if (known) refuse('record.duplicate', { field: 'name' }, [{ path: 'name', code: 'record.duplicate' }])
}

const findCompetitor = async (tx: Tx, id: string) => {
  await lockVisible(tx, competitorRecords, id)
  return tx.db.competitor.findUniqueOrThrow({ where: { id } })
}

const read = (tx: Tx, id: string) => readRecord<Competitor>(tx, competitorRecords, id)
