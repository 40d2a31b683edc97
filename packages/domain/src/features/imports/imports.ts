/** An import as it comes in and as it is sent. */
import { z } from 'zod'
import { identifier, text, timeZone } from '../../contract/text.ts'
import { decimalString, idString, recordSchema } from '../../field/schemas.ts'
import { duplicateMatch, hiddenMatch, MOST_MATCHES } from '../duplicates/duplicates.ts'
import {
  decisions,
  delimiters,
  encodings,
  importEntities,
  importFills,
  importModes,
  levels,
  outcomes,
  undoings,
  verdicts,
} from './import-choices.ts'
import { importFields } from './imports.fields.ts'
import { dateOrders } from './read-date.ts'

export const importVerbs = ['edit', 'dryRun', 'decide', 'run', 'retry', 'cancel', 'undo'] as const

const valuesOf = <const V extends string>(choices: readonly { value: V }[]) =>
  z.enum(choices.map(({ value }) => value) as [V, ...V[]])
const header = () => text(200)
const path = () => identifier(60)

/** What comes with the file: which noun its rows are, and how it is written where that is known better than it shows. */
export const importUpload = z.strictObject({ entity: valuesOf(importEntities), encoding: z.enum(encodings).optional() })
export type ImportUpload = z.output<typeof importUpload>

const numberFormats = ['point', 'comma'] as const

/** A column and where it goes; `target` null leaves it out. */
export const columnMapping = z.strictObject({
  column: header(),
  target: path().nullable(),
  dateOrder: z.enum(dateOrders).optional(),
  numberFormat: z.enum(numberFormats).optional(),
  factor: decimalString({ scale: 4, min: '0' }).optional(),
})

/** `from` stands in the file, `to` is read in its place; empty: no value. An id names a record exactly. */
export const valueMap = z.strictObject({
  column: header(),
  values: z.array(z.strictObject({ from: text(500), to: text(500) })).max(1000),
})
/** What rows get whose column is missing or empty. */
export const importDefault = z.strictObject({ target: path(), value: text(500) })

export const importPatch = z.strictObject({
  mapping: z.array(columnMapping).max(500).optional(),
  /** Paths tried in this order to find the existing record of a row. */
  matchKeys: z.array(path()).max(5).optional(),
  mode: valuesOf(importModes).optional(),
  fill: valuesOf(importFills).optional(),
  valueMaps: z.array(valueMap).max(200).optional(),
  defaults: z.array(importDefault).max(200).optional(),
  /** Source of new records whose row names none. */
  sourceId: idString().nullable().optional(),
  history: z.boolean().optional(),
  /** Under which name `externalId` of this file is unique. */
  externalSource: text(60, 1).optional(),
  dateOrder: z.enum(dateOrders).nullable().optional(),
  numberFormat: z.enum(numberFormats).optional(),
  timeZone: timeZone().optional(),
  /** Written by Rapport: the apostrophes that guard formulas are taken away. */
  exported: z.boolean().optional(),
  encoding: z.enum(encodings).optional(),
  delimiter: z.enum(delimiters).optional(),
  /** Row of the headers, 1 is the first; 0: there is none. */
  headerRow: z.int().min(0).max(50).optional(),
  version: z.int().min(1).optional(),
})
export type ImportPatch = z.output<typeof importPatch>

const fix = z.strictObject({ column: header(), value: text(20_000) })
/** `merge` fills empty fields of the record it matches; null takes a decision back. */
const rowDecision = z.strictObject({
  rowNo: z.int().min(1),
  decision: z.enum(decisions).nullable().optional(),
  /** The record that `update` and `merge` mean, where it may be one of several; one of the row's matches. */
  recordId: idString().optional(),
  cells: z.array(fix).max(200).optional(),
})
/** Decisions for single rows, with corrected cells, or one for all rows of a verdict. */
export const importDecide = z.strictObject({
  rows: z.array(rowDecision).max(1000).optional(),
  all: z
    .strictObject({
      verdict: z.enum(['update', 'duplicate']),
      level: z.enum(levels).optional(),
      decision: z.enum(decisions),
    })
    .optional(),
  /** Why rows that are certainly there already are created nevertheless. */
  reason: text(500, 1).optional(),
  version: z.int().min(1).optional(),
})
export type ImportDecide = z.output<typeof importDecide>

const label = () => z.object({ zh: z.string(), en: z.string() })
export const rowProblem = z
  .object({
    column: z.string().nullable(),
    target: z.string().nullable(),
    code: z.string(),
    severity: z.enum(['error', 'warning']),
    value: z.string().optional(),
    params: z.record(z.string(), z.unknown()).optional(),
    message: z.string(),
  })
  .meta({ id: 'ImportRowProblem' })

const proposal = z.object({ id: z.string(), label: z.string() })
/** Problems of one kind in one column: how many rows, which values, and what they may have meant. */
const problemKind = z
  .object({
    column: z.string().nullable(),
    target: z.string().nullable(),
    code: z.string(),
    severity: z.enum(['error', 'warning']),
    rows: z.int(),
    message: z.string(),
    values: z.array(z.object({ value: z.string(), rows: z.int(), proposals: z.array(proposal) })),
  })
  .meta({ id: 'ImportProblemKind' })
export type ProblemKind = z.output<typeof problemKind>

const target = z
  .object({
    path: z.string(),
    label: label(),
    group: label().nullable(),
    kind: z.string(),
    required: z.boolean(),
    many: z.boolean(),
    keyOnly: z.boolean(),
    past: z.boolean(),
    /** What a reference leads to, and what a choice offers. */
    to: z.string().nullable(),
    /** The dictionary whose items a reference names. */
    dictionary: z.string().nullable(),
    choices: z.array(z.object({ value: z.string(), label: label() })).nullable(),
  })
  .meta({ id: 'ImportTarget' })
export type SentTarget = z.output<typeof target>

const mappingOut = z.object({
  column: z.string(),
  target: z.string().nullable(),
  dateOrder: z.enum(dateOrders).optional(),
  numberFormat: z.enum(numberFormats).optional(),
  factor: z.string().optional(),
  leftOut: z.enum(['unknown', 'derived', 'taken']).optional(),
})
const checked = z.object({
  new: z.int(),
  update: z.int(),
  duplicate: z.int(),
  error: z.int(),
  changes: z.int(),
  warnings: z.int(),
  /** Duplicates still to be decided, by how sure they are; undecided ones are skipped. */
  certain: z.int().optional(),
  likely: z.int().optional(),
  /** Rows that would be written as things stand. */
  writes: z.int().optional(),
})

/** What a list shows of an import. */
export const importRecord = recordSchema('Import', importFields, importVerbs)
export type ImportRecord = z.output<typeof importRecord>

/** An import opened: its columns, how they are mapped, and what the last check found. */
export const importDetail = recordSchema('ImportDetail', importFields, importVerbs, {
  columns: z.array(z.object({ header: z.string(), filled: z.int(), samples: z.array(z.string()) })),
  sample: z.array(z.array(z.string())),
  mapping: z.array(mappingOut),
  proposal: z.array(mappingOut),
  targets: z.array(target),
  keys: z.array(z.string()),
  matchKeys: z.array(z.string()),
  valueMaps: z.array(z.object({ column: z.string(), values: z.array(z.object({ from: z.string(), to: z.string() })) })),
  defaults: z.array(z.object({ target: z.string(), value: z.string() })),
  externalSource: z.string(),
  dateOrder: z.enum(dateOrders).nullable(),
  numberFormat: z.enum(numberFormats),
  timeZone: z.string(),
  exported: z.boolean(),
  /** What keeps it from being checked; empty when nothing does. */
  missing: z.array(
    z.object({ path: z.string(), code: z.string(), target: z.string().nullable(), column: z.string().nullable() }),
  ),
  /** Null until a dry run was made for the present mapping. */
  checked: checked.nullable(),
  problems: z.array(problemKind),
  /** What an undo took back, and what it kept because somebody had changed it since. */
  undone: z.int(),
  kept: z.int(),
  /** What stopped it, as a code and in words. */
  error: z.string().nullable(),
  errorText: z.string().nullable(),
})
export type ImportDetail = z.output<typeof importDetail>

export const importRow = z
  .object({
    rowNo: z.int(),
    raw: z.array(z.string()),
    /** What was read, as text, by target. */
    values: z.array(z.object({ target: z.string(), value: z.string() })),
    verdict: z.enum(verdicts).nullable(),
    decision: z.enum(decisions).nullable(),
    outcome: z.enum(outcomes).nullable(),
    /** Null as long as nothing was taken back. */
    undo: z.enum(undoings).nullable(),
    problems: z.array(rowProblem),
    /** What an update would change or has changed. */
    changes: z.array(z.object({ field: z.string(), old: z.unknown(), new: z.unknown() })),
    record: z.object({ id: z.string(), label: z.string() }).nullable(),
    /** How surely it is there already, as far as the importer may know; null: not even likely. */
    level: z.enum(levels).nullable(),
    /** The records it may be, surest first. */
    matches: z.array(duplicateMatch).meta({ maxItems: MOST_MATCHES }),
    /** Records beyond the importer's reach that it may be. */
    hidden: z.array(hiddenMatch).meta({ maxItems: MOST_MATCHES }),
    /** Rows before it that it may be. */
    sameAs: z
      .array(duplicateMatch.pick({ level: true, score: true, reasons: true }).extend({ rowNo: z.int() }))
      .meta({ maxItems: MOST_MATCHES }),
  })
  .meta({ id: 'ImportRow' })
export type ImportRow = z.output<typeof importRow>

/** What an undo would do now. */
export const undoPreview = z
  .object({
    /** Records made that would go into the trash. */
    removed: z.int(),
    /** Records changed that would get their former values. */
    restored: z.int(),
    /** Rows whose records would stay as they are, by reason; of changed ones the fields nobody touched go back all the same. */
    kept: z.array(z.object({ code: z.string(), message: z.string(), rows: z.int() })).meta({ maxItems: 10 }),
  })
  .meta({ id: 'ImportUndoPreview' })
export type UndoPreview = z.output<typeof undoPreview>
