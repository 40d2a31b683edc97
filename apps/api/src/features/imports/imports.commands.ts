/** Taking in a file, and settling how its rows are read. */
import { rm } from 'node:fs/promises'
import { may } from '@rapport/domain/access/actor.ts'
import { nameFaults } from '@rapport/domain/features/imports/check-mapping.ts'
import { importFields } from '@rapport/domain/features/imports/imports.fields.ts'
import { importPolicy, isBusy } from '@rapport/domain/features/imports/imports.policy.ts'
import type { ImportDetail, ImportPatch } from '@rapport/domain/features/imports/imports.ts'
import { offeredTargets } from '@rapport/domain/features/imports/offered-targets.ts'
import type { ImportOptions } from '@rapport/domain/features/imports/plan.ts'
import type { Prisma } from '@rapport/prisma'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { findTrouble } from '../../db/trouble.ts'
import { record } from '../../events/record.ts'
import { uploadCtx } from '../../files/receive-file.ts'
import { demand, refuse } from '../../http/problems.ts'
import { lockVisible } from '../../records/find.ts'
import { demandSource } from '../../records/references.ts'
import { sameVersion, stamp } from '../../records/versions.ts'
import { demandWritable } from '../../records/writable.ts'
import { inspected, type Inspected } from './inspected.ts'
import { importRecords } from './imports.records.ts'
import { loadImport, readImport, readingOf, type StoredImport } from './imports.queries.ts'
import { uploadPath, type Uploaded } from './upload.ts'

/** Errors: 403 without the right to import this noun, 422 `import.file` for what cannot be read. The file goes with a refusal. */
export const createImport = async (ctx: Ctx, upload: Uploaded): Promise<ImportDetail> => {
  const { entity, encoding } = upload.fields
  const { file } = upload
  try {
    demand(may(ctx.actor, `${entity}.import`))
    const found = await inspected(ctx, entity, file, encoding === undefined ? {} : { encoding })
    return await transact(uploadCtx(ctx, upload), async (tx) => {
      const data = { ...rowOf(upload, found), ownerId: tx.actor.userId ?? '', ...born(tx) }
      const { id } = await tx.db.import.create({ data, select: { id: true } })
      await record(tx, {
        type: 'import.created',
        subject: id,
        title: upload.fileName,
        version: 1,
        data: { entity, sha256: upload.sha256 },
      })
      return readImport(tx, id)
    })
  } catch (error) {
    // A database that goes away while it commits may have kept the row, whose file then must stay.
    if (findTrouble(error) !== 'away') await rm(upload.file, { force: true })
    throw error
  }
}

const born = (tx: Tx) => ({
  createdAt: tx.now,
  createdById: tx.actor.userId,
  updatedAt: tx.now,
  updatedById: tx.actor.userId,
})

const rowOf = (
  { fields: { entity }, fileName, fileKey, fileSize, sha256 }: Uploaded,
  { options, ...found }: Inspected,
) =>
  ({
    entity,
    fileName,
    fileKey,
    fileSize,
    sha256,
    ...found,
    options,
  }) satisfies Partial<Prisma.ImportUncheckedCreateInput>

const fileSettings = ['encoding', 'delimiter', 'headerRow'] as const

/**
 * What is settled anew needs a new dry run. Another encoding, delimiter or header row reads the file again and begins with
 * a new proposal. Errors: 403, 409 while it is being worked on, 412, 422 `import.columns` naming what does not exist.
 */
export const updateImport = async (ctx: Ctx, id: string, patch: ImportPatch): Promise<ImportDetail> => {
  const rereads = fileSettings.some((name) => patch[name] !== undefined)
  const reread = rereads ? await readAgain(ctx, id, patch) : null
  return transact(ctx, async (tx) => {
    const stored = await openImport(tx, id)
    demandWritable(tx, 'imports', importFields, patch)
    sameVersion(tx, stored, patch)
    if (isBusy(stored.status)) refuse('import.running')
    if (!importPolicy.edit(tx.actor, stored)) refuse('import.state')
    if (patch.history) demand(may(tx.actor, 'import.history'))
    await demandSource(tx, patch.sourceId)
    const { options: proposed, ...found } = reread ?? { options: stored.options }
    const headers = reread?.headers ?? stored.headers
    const faults = nameFaults(patch, headers, offeredTargets(tx.actor, stored.entity).targets)
    if (faults.length > 0) refuse('import.columns', {}, faults)
    if (reread) await tx.db.importRow.deleteMany({ where: { importId: id } })
    const data = {
      ...found,
      ...settled(patch),
      options: optionsWith(proposed, patch),
      status: 'mapped',
      ...unchecked,
      ...stamp(tx),
    }
    await tx.db.import.update({ where: { id }, data, select: { id: true } })
    await record(tx, { type: 'import.updated', subject: id, title: stored.fileName, version: stored.version + 1 })
    return readImport(tx, id)
  })
}

const unchecked = {
  checked: null as unknown as Prisma.InputJsonValue,
  problems: [],
  cursor: 0,
  counts: {},
  error: null,
}

const settled = ({ mapping, matchKeys, mode, history, sourceId }: ImportPatch) => ({
  ...(mapping && { mapping: mapping as unknown as Prisma.InputJsonValue }),
  ...(matchKeys && { matchKeys }),
  ...(mode && { mode }),
  ...(history !== undefined && { history }),
  ...(sourceId !== undefined && { sourceId }),
})

const optionsWith = (before: ImportOptions, patch: ImportPatch): ImportOptions => ({
  fill: patch.fill ?? before.fill,
  valueMaps: patch.valueMaps ?? before.valueMaps,
  defaults: patch.defaults ?? before.defaults,
  externalSource: patch.externalSource ?? before.externalSource,
  dateOrder: patch.dateOrder === undefined ? before.dateOrder : patch.dateOrder,
  numberFormat: patch.numberFormat ?? before.numberFormat,
  timeZone: patch.timeZone ?? before.timeZone,
  exported: patch.exported ?? before.exported,
})

const readAgain = async (ctx: Ctx, id: string, patch: ImportPatch): Promise<Inspected> => {
  const { can, entity } = await readImport(ctx, id)
  const stored = await loadImport(ctx.db, id)
  if (!stored) return refuse('record.notFound')
  demand(importPolicy.own(ctx.actor, stored))
  demandWritable(ctx, 'imports', importFields, patch)
  if (!can.edit) refuse('import.state')
  const { kind: _kind, ...before } = readingOf(stored)
  // Another encoding or delimiter may show another header.
  const told = { ...before, ...(patch.headerRow === undefined && { headerRow: undefined }) }
  const wanted = Object.fromEntries(
    fileSettings.flatMap((name) => (patch[name] === undefined ? [] : [[name, patch[name]]])),
  )
  return inspected(ctx, entity as StoredImport['entity'], uploadPath(ctx.services.config.home, stored.fileKey), {
    ...told,
    ...wanted,
  })
}

/** The caller's own import, locked. Errors: 404, 403 for somebody else's. */
export const openImport = async (tx: Tx, id: string): Promise<StoredImport> => {
  await lockVisible(tx, importRecords, id)
  const stored = await loadImport(tx.db, id)
  if (!stored) return refuse('record.notFound')
  demand(importPolicy.own(tx.actor, stored))
  return stored
}
