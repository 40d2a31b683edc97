/** Files that are kept no longer: taken away, gone with their record, or left behind by an upload that never ended. */
import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Ctx } from '../../ctx.ts'
import { attachmentPath, FOLDER, isUnclaimed } from './attachment-store.ts'

const HOUR = 3_600_000
const BATCH = 500

/** Returns how many files went, an hour after nobody needed them. Runs again safely. */
export const forgetAttachments = async (ctx: Ctx): Promise<number> => {
  const before = new Date(ctx.now.getTime() - HOUR)
  return (await forgetTakenAway(ctx, before)) + (await forgetUnclaimed(ctx, before))
}

// The file first: a row that outlives a crash is met again, a file without a row never.
const forgetTakenAway = async (ctx: Ctx, before: Date): Promise<number> => {
  const where = { deletedAt: { lte: before } }
  const select = { id: true, storageKey: true }
  let gone = 0
  for (;;) {
    const batch = await ctx.db.attachment.findMany({ where, select, take: BATCH })
    for (const { storageKey } of batch) await rm(attachmentPath(ctx.services.config.home, storageKey), { force: true })
    await ctx.db.attachment.deleteMany({ where: { id: { in: batch.map(({ id }) => id) } } })
    gone += batch.length
    if (batch.length < BATCH) return gone
  }
}

const forgetUnclaimed = async (ctx: Ctx, before: Date): Promise<number> => {
  const folder = path.join(ctx.services.config.home, FOLDER)
  const names = await readdir(folder).catch(() => [])
  let gone = 0
  for (const name of names.filter(isUnclaimed)) {
    const file = path.join(folder, name)
    const found = await stat(file).catch(() => null)
    if (!found || found.mtimeMs > before.getTime()) continue
    await rm(file, { force: true })
    gone += 1
  }
  return gone
}
