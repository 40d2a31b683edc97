/** A file looked through, with the settings proposed for it, ready to be stored. */
import type { ImportEntity, ImportMode } from '@rapport/domain/features/imports/import-choices.ts'
import { offeredTargets } from '@rapport/domain/features/imports/offered-targets.ts'
import {
  cardKeys,
  cardMode,
  cardOptions,
  proposedKeys,
  proposedMode,
  proposedOptions,
  targetsFor,
} from '@rapport/domain/features/imports/proposed-settings.ts'
import { proposeMapping, type ColumnMapping, type Proposal } from '@rapport/domain/features/imports/propose-mapping.ts'
import type { ImportOptions } from '@rapport/domain/features/imports/plan.ts'
import type { Prisma } from '@rapport/prisma'
import type { Ctx } from '../../ctx.ts'
import { refuse } from '../../http/problems.ts'
import { loadOrganisation } from '../settings/settings.queries.ts'
import { FileError } from '../../files/file-fault.ts'
import type { Inspection, Settings } from './files/inspect.ts'
import { inspectFile } from './files/read-file.ts'
import { findImportSource } from './import-source.queries.ts'

export type Inspected = {
  encoding: string
  delimiter: string
  headerRow: number
  headers: string[]
  rowCount: number
  sample: Prisma.InputJsonValue
  columns: Prisma.InputJsonValue
  mapping: Prisma.InputJsonValue
  proposal: Prisma.InputJsonValue
  matchKeys: string[]
  mode: ImportMode
  sourceId: string | null
  options: ImportOptions
}

const SHOWN_SAMPLES = 5

/** Errors: 422 `import.file` saying what is wrong with it. */
export const inspected = async (
  ctx: Ctx,
  entity: ImportEntity,
  file: string,
  told: Settings = {},
): Promise<Inspected> => {
  const { kind, encoding, delimiter, headerRow, headers, rowCount, sample, columns } = await look(file, told)
  const offered = targetsFor(headers, offeredTargets(ctx.actor, entity))
  const samples = headers.map((header, at) => ({ header, samples: columns[at]?.samples ?? [] }))
  const proposal = proposeMapping(samples, offered)
  const { timeZone } = await loadOrganisation(ctx)
  const options = proposedOptions(entity, proposal, headers, timeZone)
  return {
    encoding,
    headerRow,
    headers,
    rowCount,
    sample,
    delimiter: kind === 'csv' ? delimiter : kind,
    columns: headers.map((header, at) => ({
      header,
      filled: columns[at]?.filled ?? 0,
      samples: columns[at]?.samples.slice(0, SHOWN_SAMPLES) ?? [],
    })),
    mapping: proposal.map(withoutReason),
    proposal,
    matchKeys: (kind === 'vcard' ? cardKeys : proposedKeys)(proposal, offered),
    mode: (kind === 'vcard' ? cardMode : proposedMode)(proposal, headers, offered),
    sourceId: offered.targets.some(({ path }) => path === 'sourceId') ? await findImportSource(ctx) : null,
    options: { ...options, ...(kind === 'vcard' && cardOptions(options)) },
  }
}

const withoutReason = (proposal: Proposal): ColumnMapping => {
  const mapping = { ...proposal }
  delete mapping.leftOut
  return mapping
}

const look = async (file: string, told: Settings): Promise<Inspection> => {
  try {
    return await inspectFile(file, told)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    const { code, params } = error.fault
    return refuse('import.file', {}, [{ path: 'file', code, ...(params && { params }) }])
  }
}
