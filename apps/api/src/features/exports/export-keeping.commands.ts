/** Files of exports that are kept no longer. */
import { rm } from 'node:fs/promises'
import type { Ctx } from '../../ctx.ts'
import { exportPath } from './export-files.ts'

const BATCH = 500
const HOUR = 3_600_000

/** Removes those whose time is over, and what was left behind by jobs that ended before their file did. */
export const forgetExports = async (ctx: Ctx): Promise<number> => {
  const ended = { state: { in: ['cancelled', 'failed'] }, finishedAt: { lte: new Date(ctx.now.getTime() - HOUR) } }
  const over = await ctx.db.job.findMany({
    where: { kind: 'export', fileKey: { not: null }, OR: [{ expiresAt: { lte: ctx.now } }, ended] },
    select: { id: true, fileKey: true },
    take: BATCH,
  })
  for (const { id, fileKey } of over) {
    if (fileKey) await rm(exportPath(ctx.services.config.home, fileKey), { force: true })
    await ctx.db.job.update({ where: { id }, data: { fileKey: null }, select: { id: true } })
  }
  return over.length
}
