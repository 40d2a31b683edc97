/** Beginning an export. */
import { isOffered, withCards } from '@rapport/domain/features/exports/export-formats.ts'
import { exportTitle } from '@rapport/domain/features/exports/export-title.ts'
import type { ExportBody, ExportSpec } from '@rapport/domain/features/exports/exports.ts'
import type { Job } from '@rapport/domain/features/jobs/jobs.ts'
import type { Prisma } from '@rapport/prisma'
import type { Ctx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { refuse } from '../../http/problems.ts'
import { countRows } from '../../records/list.ts'
import { beginJob, makeJob } from '../jobs/jobs.commands.ts'
import { exporting } from './export-noun.ts'
import { planExport } from './export-plan.ts'

// A worksheet has 1,048,576 rows, and one is the header.
const MOST_ROWS = 1_048_575

/** Errors: 403 without the right to export this noun, 400 for what does not exist for the caller, 422 `export.tooMany`. */
export const startExport = (ctx: Ctx, { entity, format, ...asked }: ExportBody): Promise<Job> =>
  transact(ctx, async (tx) => {
    if (!isOffered(format, entity)) refuse('request.malformed', {}, [{ path: 'format', code: 'field.choice' }])
    const actor = exporting(tx.actor, entity)
    const { records, where } = planExport({ ...tx, actor }, entity, asked)
    if (format === 'vcf') planExport({ ...tx, actor }, entity, withCards(entity, asked)) // refuses now what could not be told apart then
    const { value: total } = await countRows({ ...tx, actor }, records, where, true)
    if (format === 'xlsx' && total > MOST_ROWS) refuse('export.tooMany', { most: MOST_ROWS })
    const language = asked.language ?? actor.locale
    const title = exportTitle(actor.locale, entity, format)
    const spec: ExportSpec = { ...asked, language }
    const id = await makeJob(tx, {
      kind: 'export',
      entity,
      action: format,
      title,
      spec: spec as unknown as Prisma.InputJsonObject,
    })
    return beginJob(tx, id, title, 'export.started', total)
  })
