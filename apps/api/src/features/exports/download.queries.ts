/** The file of an export on its way to its owner. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { may } from '@rapport/domain/access/actor.ts'
import { exportFileName } from '@rapport/domain/features/exports/export-title.ts'
import type { ExportFormat } from '@rapport/domain/features/exports/export-formats.ts'
import type { ExportSpec } from '@rapport/domain/features/exports/exports.ts'
import { clockIn } from '@rapport/domain/dates.ts'
import type { FastifyReply } from 'fastify'
import type { Ctx } from '../../ctx.ts'
import { asFile } from '../../http/as-file.ts'
import { demand, refuse } from '../../http/problems.ts'
import { loadJob, readJob } from '../jobs/jobs.queries.ts'
import { exportPath } from './export-files.ts'

/** What a file of each format says it is. */
export const fileTypes: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  vcf: 'text/vcard; charset=utf-8',
}

/** Errors: 404 for somebody else's, 403 for who may export no more, 409 before it is done, 404 `export.gone` after a week. */
export const sendExport = async (ctx: Ctx, id: string, reply: FastifyReply): Promise<string> => {
  const job = await readJob(ctx, id)
  const { entity } = job
  demand(may(ctx.actor, `${entity}.export`))
  if (job.kind !== 'export' || job.state !== 'done') refuse('job.state')
  const stored = await loadJob(ctx.db, id)
  if (!job.can.download || !stored?.fileKey) return refuse('export.gone')
  const file = exportPath(ctx.services.config.home, stored.fileKey)
  const found = (await stat(file).catch(() => null)) ?? refuse('export.gone')
  const format = stored.action as ExportFormat
  const { language } = stored.spec as ExportSpec
  const name = exportFileName(language, entity, format, clockIn(stored.createdAt, ctx.actor.timeZone))
  void asFile(reply, fileTypes[format], name, `export.${format}`).header('content-length', found.size)
  return createReadStream(file) as unknown as string // the bytes, as they are read
}
