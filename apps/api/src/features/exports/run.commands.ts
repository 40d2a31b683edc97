/**
 * Writing the file part by part. Before each part its owner's rights are looked up again, and a job that was stopped ends
 * there; whoever takes it up after a crash begins a file of his own.
 */
import { createWriteStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isClear } from '@rapport/domain/access/readable.ts'
import { cardFields, cardOf } from '@rapport/domain/features/exports/record-cards.ts'
import { isCardEntity, withCards } from '@rapport/domain/features/exports/export-formats.ts'
import type { ExportColumn } from '@rapport/domain/features/exports/export-columns.ts'
import type { ExportSpec } from '@rapport/domain/features/exports/exports.ts'
import { loadActor } from '../../access/actor.queries.ts'
import type { Ctx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { refuse } from '../../http/problems.ts'
import { atThisMoment } from '../../jobs/job-ctx.ts'
import { exportPart, type ExportPart } from '../../records/export.ts'
import { endJob, moveOn } from '../jobs/jobs.commands.ts'
import { lockJob, type StoredJob } from '../jobs/jobs.queries.ts'
import { loadOrganisation } from '../settings/settings.queries.ts'
import { exportPath, KEPT_DAYS, newFileKey } from './export-files.ts'
import { exporting } from './export-noun.ts'
import { planExport } from './export-plan.ts'
import { csvFile } from './files/csv-file.ts'
import { xlsxFile } from './files/xlsx-file.ts'

type Run = { ctx: Ctx; job: StoredJob; spec: ExportSpec; fileKey: string; timeZone: string; done: number }

const stopped = new Error('the job was stopped')

export const runExport = async (ctx: Ctx, job: StoredJob): Promise<void> => {
  const { timeZone } = await loadOrganisation(ctx)
  const run: Run = { ctx, job, spec: job.spec as ExportSpec, fileKey: newFileKey(), timeZone, done: 0 }
  const file = exportPath(ctx.services.config.home, run.fileKey)
  const before = job.fileKey && exportPath(ctx.services.config.home, job.fileKey)
  try {
    await inJob(
      run,
      async (tx) => {
        await tx.db.job.update({
          where: { id: job.id },
          data: { fileKey: run.fileKey, cursor: 0 },
          select: { id: true },
        })
      },
      job.fileKey,
    )
    if (before) await rm(before, { force: true })
    await write(run, file)
    await finish(run, (await stat(file)).size)
  } catch (error) {
    await rm(file, { force: true })
    if (error !== stopped) throw error
  }
}

// Does this as long as the job goes on, and nobody else has taken it up.
const inJob = (
  { ctx, job, fileKey }: Run,
  work: (tx: Parameters<Parameters<typeof transact>[1]>[0], stored: StoredJob) => Promise<void>,
  key: string | null = fileKey,
): Promise<void> =>
  transact(atThisMoment(ctx), async (tx) => {
    const stored = await lockJob(tx, job.id, 'running')
    if (!stored || stored.fileKey !== key) throw stopped
    await work(tx, stored)
  })

const write = async (run: Run, file: string): Promise<void> => {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const { columns } = planFor(await asNow(run), run)
  const content = run.job.action === 'vcf' ? cardsOf(run, columns) : sheetOf(run, columns)
  await pipeline(Readable.from(content), createWriteStream(file, { mode: 0o600, flush: true }))
}

const languageOf = ({ spec }: Run): 'zh' | 'en' => (spec.language === 'en' ? 'en' : 'zh')

const sheetOf = (run: Run, columns: readonly ExportColumn[]) => {
  const reader = { language: languageOf(run), timeZone: run.timeZone }
  const headers = columns.map(({ header }) => header[reader.language])
  const parts = partsOf(run, columns, (row) => columns.map(({ textOf }) => textOf(row, reader)))
  const sheet = { headers, kinds: columns.map(({ kind }) => kind), parts }
  return run.job.action === 'xlsx' ? xlsxFile(sheet) : csvFile(sheet)
}

async function* cardsOf(run: Run, columns: readonly ExportColumn[]): AsyncGenerator<string> {
  const { actor } = await asNow(run)
  const { entity } = run.job
  if (!isCardEntity(entity)) return
  // Half a number calls nobody: what is masked is left out.
  const told = columns.filter(({ field }) => cardFields[entity].includes(field) && isClear(actor, entity, field))
  for await (const cards of partsOf(run, told, (row) => cardOf(entity, row, languageOf(run)))) yield cards.join('')
}

// The columns settled at the start are asked for by name, so that one that is hidden meanwhile ends the job.
async function* partsOf<T>(
  run: Run,
  columns: readonly ExportColumn[],
  toldOf: (row: Record<string, unknown>) => T,
): AsyncGenerator<T[]> {
  const fields = [...new Set(columns.map(({ field }) => field))]
  for (let after: ExportPart['last'] = null; ;) {
    const ctx = await asNow(run)
    const { records, query } = planFor(ctx, run)
    const part = await exportPart(ctx, records, { ...query, fields }, after)
    yield part.records.map(toldOf)
    const more = part.records.length
    run.done += more
    await inJob(run, (tx, stored) => moveOn(tx, stored, run.done, {}))
    if (!part.last) return
    after = part.last
  }
}

const planFor = (ctx: Ctx, { job, spec }: Run) =>
  planExport(ctx, job.entity, job.action === 'vcf' ? withCards(job.entity, spec) : spec)

/** Errors: 403 once he may export no more. */
const asNow = async ({ ctx, job }: Run): Promise<Ctx> => {
  const actor = (await loadActor(ctx.services, job.ownerId, job.apiKeyId)) ?? refuse('job.ownerGone')
  return { ...atThisMoment(ctx), actor: exporting(actor, job.entity) }
}

const MOST_BYTES = 2 ** 31 - 1 // as the column can say

const finish = (run: Run, size: number): Promise<void> =>
  inJob(run, async (tx, stored) => {
    const { entity, action: format } = run.job
    const expiresAt = new Date(tx.now.getTime() + KEPT_DAYS * 86_400_000)
    const { done } = run
    // What has no card stays counted, so that it shows how many were left out.
    const total = format === 'vcf' ? Math.max(stored.total, done) : done
    await endJob(tx, stored, {
      state: 'done',
      type: 'export.finished',
      data: { total, cursor: done, fileSize: Math.min(size, MOST_BYTES), expiresAt },
      told: { count: done, entity, format, ...run.spec },
    })
  })
