/** Files that are kept no longer: taken away, gone with their record, or left behind by an upload that never ended. */
import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Ctx } from '../../ctx.ts'
import { FOLDER } from './attachment-store.ts'

const HOUR = 3_600_000
const BATCH = 500

/** Returns how many files went. A file younger than an hour may belong to an upload that has not written its row yet. */
export const forgetAttachments = async (ctx: Ctx): Promise<number> => {
  await ctx.db.attachment.deleteMany({ where: { deletedAt: { lte: new Date(ctx.now.getTime() - HOUR) } } })
  const folder = path.join(ctx.services.config.home, FOLDER)
  const names = await readdir(folder).catch(() => [])
  let gone = 0
  for (let at = 0; at < names.length; at += BATCH) gone += await forgetAmong(ctx, folder, names.slice(at, at + BATCH))
  return gone
}

const forgetAmong = async (ctx: Ctx, folder: string, names: string[]): Promise<number> => {
  const kept = await ctx.db.attachment.findMany({ where: { storageKey: { in: names } }, select: { storageKey: true } })
  const known = new Set(kept.map(({ storageKey }) => storageKey))
  let gone = 0
  for (const name of names.filter((one) => !known.has(one))) {
    const file = path.join(folder, name)
    const found = await stat(file).catch(() => null)
    if (!found || found.mtimeMs > ctx.now.getTime() - HOUR) continue
    await rm(file, { force: true })
    gone += 1
  }
  return gone
}
