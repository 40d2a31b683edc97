/** The steps of an import: check, decide, bring in, stop. The work itself is done by jobs. */
import { missingIn } from '@rapport/domain/features/imports/check-mapping.ts'
import { importPolicy, isBusy } from '@rapport/domain/features/imports/imports.policy.ts'
import type { ImportDetail } from '@rapport/domain/features/imports/imports.ts'
import type { ImportState } from '@rapport/domain/features/imports/import-choices.ts'
import type { EventType } from '@rapport/domain/events.ts'
import type { Prisma } from '@rapport/prisma'
import type { Ctx, Tx } from '../../ctx.ts'
import { demandFreshSignIn } from '../../access/fresh.ts'
import { transact } from '../../db/transact.ts'
import { record } from '../../events/record.ts'
import { refuse } from '../../http/problems.ts'
import { sameVersion, stamp } from '../../records/versions.ts'
import { importerOf } from './importers/importers.ts'
import { openImport } from './imports.commands.ts'
import { planFor, readImport, type StoredImport } from './imports.queries.ts'

type Sent = { version?: number | undefined }
type Step = 'dryRun' | 'run' | 'retry' | 'cancel' | 'undo'

/** Checks that the caller may take this step now. Errors: 404, 403, 428, 412, 409. */
const openFor = async (tx: Tx, id: string, sent: Sent, step: Step): Promise<StoredImport> => {
  const stored = await openImport(tx, id)
  sameVersion(tx, stored, sent)
  if (isBusy(stored.status) && step !== 'cancel') refuse('import.running')
  if (!importPolicy[step](tx.actor, { ...stored, written: writtenBy(stored) }))
    refuse(step === 'undo' ? 'import.undo_blocked' : 'import.state')
  return stored
}

/** How many records the import made or changed. */
export const writtenBy = ({ counts: { created = 0, updated = 0 } }: StoredImport): number => created + updated

type Next = { status: ImportState; type: EventType; data?: Partial<Prisma.ImportUncheckedUpdateInput> }

const goOn = async (tx: Tx, stored: StoredImport, { status, type, data }: Next): Promise<ImportDetail> => {
  const { id, fileName, version } = stored
  const apiKeyId = tx.actor.apiKeyId ?? null
  await tx.db.import.update({ where: { id }, data: { status, apiKeyId, ...data, ...stamp(tx) }, select: { id: true } })
  await record(tx, { type, subject: id, title: fileName, version: version + 1 })
  return readImport(tx, id)
}

/** Errors: 422 `import.columns`, `import.match_key` naming what is missing. */
export const startDryRun = (ctx: Ctx, id: string, sent: Sent): Promise<ImportDetail> =>
  transact(ctx, async (tx) => {
    const stored = await openFor(tx, id, sent, 'dryRun')
    const [incomplete] = missingIn(planFor(tx.actor, stored))
    if (incomplete) refuse(incomplete.code, {}, incomplete.faults)
    return goOn(tx, stored, {
      status: 'checking',
      type: 'import.checkStarted',
      data: { cursor: 0, counts: {}, error: null },
    })
  })

export const startRun = (ctx: Ctx, id: string, sent: Sent): Promise<ImportDetail> =>
  transact(ctx, async (tx) => {
    const stored = await openFor(tx, id, sent, 'run')
    demandFreshForRoles(tx, stored)
    const data = { cursor: 0, counts: {}, startedAt: tx.now, error: null }
    return goOn(tx, stored, { status: 'running', type: 'import.started', data })
  })

// Giving rights asks for a fresh sign-in, whichever way they are given.
const demandFreshForRoles = (tx: Tx, { entity, mapping }: StoredImport): void => {
  const givesRoles = entity === 'users' && mapping.some(({ target }) => target === 'roleId')
  if (givesRoles && tx.actor.kind === 'user') demandFreshSignIn(tx)
}

/** The rows that failed wait again, and the run goes through what waits. Errors: 409 `import.state` when none failed. */
export const startRetry = (ctx: Ctx, id: string, sent: Sent): Promise<ImportDetail> =>
  transact(ctx, async (tx) => {
    const stored = await openFor(tx, id, sent, 'retry')
    demandFreshForRoles(tx, stored)
    const { count } = await tx.db.importRow.updateMany({
      where: { importId: id, outcome: 'failed' },
      data: { outcome: null },
    })
    if (count === 0) refuse('import.state')
    const { before: _before, failed = 0, ...rest } = stored.counts
    const data = { cursor: 0, counts: { ...rest, failed: failed - count }, finishedAt: null }
    return goOn(tx, stored, { status: 'running', type: 'import.retried', data })
  })

/** Takes back what nobody has changed since; the rest is listed. Errors: 409 `import.undo_blocked` for users and teams. */
export const startUndo = (ctx: Ctx, id: string, sent: Sent): Promise<ImportDetail> =>
  transact(ctx, async (tx) => {
    const stored = await openFor(tx, id, sent, 'undo')
    if (!importerOf(stored.entity).remove) refuse('import.undo_blocked')
    return goOn(tx, stored, { status: 'undoing', type: 'import.undoStarted', data: { cursor: stored.rowCount + 1 } })
  })

/** Rows brought in stay; a check that is cancelled leaves the import open. */
export const cancelImport = (ctx: Ctx, id: string, sent: Sent): Promise<ImportDetail> =>
  transact(ctx, async (tx) => {
    const stored = await openFor(tx, id, sent, 'cancel')
    if (stored.status === 'checking')
      return goOn(tx, stored, { status: 'mapped', type: 'import.cancelled', data: { cursor: 0 } })
    const data = stored.status === 'running' ? await skipRest(tx, stored) : {}
    return goOn(tx, stored, { status: 'cancelled', type: 'import.cancelled', data: { finishedAt: tx.now, ...data } })
  })

// Rows that were not reached are skipped, so that the sum still is the number of rows.
const skipRest = async (tx: Tx, { id, counts, rowCount }: StoredImport) => {
  await tx.db.importRow.updateMany({ where: { importId: id, outcome: null }, data: { outcome: 'skipped' } })
  const { created = 0, updated = 0, failed = 0 } = counts
  return { counts: { created, updated, failed, skipped: rowCount - created - updated - failed } }
}
