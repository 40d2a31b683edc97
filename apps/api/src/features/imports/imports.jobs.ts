/** The work of imports in the background, with the rights its owner has while it is done. */
import type { Ctx, Log, Services } from '../../ctx.ts'
import { loadActor } from '../../access/actor.queries.ts'
import { transact } from '../../db/transact.ts'
import { findTrouble } from '../../db/trouble.ts'
import { record } from '../../events/record.ts'
import { Refusal } from '../../http/problems.ts'
import { jobCtx } from '../../jobs/job-ctx.ts'
import type { JobData, Worker } from '../../jobs/worker.ts'
import { stamp } from '../../records/versions.ts'
import { systemActor, may } from '@rapport/domain/access/actor.ts'
import type { ImportState } from '@rapport/domain/features/imports/import-choices.ts'
import { checkImport } from './batch/check.commands.ts'
import { runImport } from './batch/run.commands.ts'
import { undoImport } from './batch/undo.commands.ts'
import { FileError } from '../../files/file-fault.ts'
import { loadImport, type StoredImport } from './imports.queries.ts'

type Work = (ctx: Ctx, stored: StoredImport) => Promise<void>

/** Does `work` on the import the event is about, if it still is in `status`. */
const on =
  (status: ImportState, work: Work) =>
  async (services: Services, { eventId }: JobData, log: Log): Promise<void> => {
    const event = await services.prisma.event.findUnique({
      where: { id: eventId },
      select: { recordId: true, depth: true },
    })
    const stored = event && (await loadImport(services.prisma, event.recordId))
    if (stored?.status !== status) return
    const actor = await loadActor(services, stored.ownerId, stored.apiKeyId)
    const cause = { eventId, depth: event?.depth ?? 0 }
    if (!actor || !may(actor, `${stored.entity}.import`))
      return fail(jobCtx(services, systemActor('UTC'), log, cause), stored, 'import.ownerGone')
    const ctx = jobCtx(services, actor, log, cause)
    try {
      await work(ctx, stored)
    } catch (error) {
      // What passes by itself is tried again by the queue; what would fail again ends the import.
      if (findTrouble(error) || (error instanceof Refusal && error.status === 503)) throw error
      if (!(error instanceof FileError)) log.error({ err: error, import: stored.id }, 'an import failed')
      await fail(ctx, stored, error instanceof FileError ? error.fault.code : 'internal')
    }
  }

// Rows that were not reached are skipped, so that every row stays accounted for.
const fail = (ctx: Ctx, { id, fileName, rowCount }: StoredImport, error: string): Promise<void> =>
  transact(ctx, async (tx) => {
    const { version, counts } = (await loadImport(tx.db, id)) as StoredImport
    await tx.db.importRow.updateMany({ where: { importId: id, outcome: null }, data: { outcome: 'skipped' } })
    const { created = 0, updated = 0, failed = 0 } = counts
    const all = { created, updated, failed, skipped: rowCount - created - updated - failed }
    await tx.db.import.update({
      where: { id },
      data: { status: 'failed', error, counts: all, finishedAt: tx.now, ...stamp(tx) },
      select: { id: true },
    })
    await record(tx, { type: 'import.failed', subject: id, title: fileName, version: version + 1, data: { error } })
  })

// A killed server must not use up the tries of a long import: only the import itself ends it.
const patient = { retryLimit: 1_000, retryBackoff: false, expireInSeconds: 86_000 }

export const importWorkers: readonly Worker[] = [
  { queue: 'imports.check', isHeavy: true, options: patient, work: on('checking', checkImport) },
  { queue: 'imports.run', isHeavy: true, options: patient, work: on('running', runImport) },
  { queue: 'imports.undo', isHeavy: true, options: patient, work: on('undoing', undoImport) },
]
