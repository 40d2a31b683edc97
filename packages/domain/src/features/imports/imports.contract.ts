/** What the API offers on imports. */
import { z } from 'zod'
import {
  aggregateQuery,
  aggregateReply,
  idParams,
  limitParam,
  listQuery,
  pageOf,
  versionBody,
} from '../../contract/page.ts'
import { cursorParam, intParam } from '../../contract/query.ts'
import { route } from '../../contract/route.ts'
import { text } from '../../contract/text.ts'
import { levels, outcomes, undoings, verdicts } from './import-choices.ts'
import {
  importDecide,
  importDetail,
  importPatch,
  importRecord,
  importRow,
  importUpload,
  undoPreview,
} from './imports.ts'

const rowsQuery = z.strictObject({
  verdict: z.enum(verdicts).optional().meta({ description: 'Rows that the dry run judged so.' }),
  level: z.enum(levels).optional().meta({ description: 'Rows that so surely are there already.' }),
  outcome: z.enum(outcomes).optional().meta({ description: 'Rows that ended so.' }),
  undo: z.enum(undoings).optional().meta({ description: 'Rows with which the undo did this.' }),
  problem: text(60).optional().meta({ description: 'Rows that have a problem with this code.' }),
  column: text(200).optional().meta({ description: 'Rows that have a problem in this column.' }),
  from: intParam(1, 100_000_000).optional().meta({ description: 'The first row number to show.' }),
  limit: limitParam(),
  cursor: cursorParam(500).optional(),
})
export type RowsQuery = z.output<typeof rowsQuery>

const of = { access: 'session', permission: 'imports.read', params: idParams } as const
const command = {
  method: 'POST',
  access: 'session',
  permission: 'imports.create',
  params: idParams,
  reply: importDetail,
} as const

export const importRoutes = {
  list: route({
    method: 'GET',
    path: '/imports',
    access: 'session',
    permission: 'imports.read',
    summary: 'List imports',
    query: listQuery,
    reply: pageOf(importRecord),
  }),
  aggregate: route({
    method: 'GET',
    path: '/imports/aggregate',
    access: 'session',
    permission: 'imports.read',
    summary: 'Count imports by group',
    query: aggregateQuery,
    reply: aggregateReply,
  }),
  read: route({
    ...of,
    method: 'GET',
    path: '/imports/:id',
    summary: 'Read an import with its mapping, progress and problems',
    reply: importDetail,
  }),
  create: route({
    method: 'POST',
    path: '/imports',
    access: 'session',
    permission: 'imports.create',
    summary:
      'Upload a CSV, XLSX or vCard file (multipart: entity, file, perhaps encoding) and get its columns with a proposed mapping',
    body: importUpload,
    upload: true,
    reply: importDetail,
    status: 201,
    errors: ['import.file', 'body.tooLarge', 'media.unsupported'],
  }),
  update: route({
    ...of,
    method: 'PATCH',
    path: '/imports/:id',
    permission: 'imports.create',
    summary: 'Set mapping, match keys, mode, value maps, defaults and formats',
    body: importPatch,
    reply: importDetail,
    errors: ['import.running', 'import.columns', 'import.match_key', 'import.history', 'import.file'],
  }),
  dryRun: route({
    ...command,
    path: '/imports/:id/dry-run',
    summary: 'Check every row without writing any',
    body: versionBody,
    status: 202,
    errors: ['import.running', 'import.columns', 'import.match_key'],
  }),
  rows: route({
    ...of,
    method: 'GET',
    path: '/imports/:id/rows',
    summary: 'List the rows with their verdicts and problems',
    query: rowsQuery,
    reply: pageOf(importRow),
  }),
  decide: route({
    ...command,
    path: '/imports/:id/decide',
    summary: 'Decide rows, and correct their cells',
    body: importDecide,
    status: 200,
    errors: ['import.running', 'import.state', 'import.columns', 'duplicate.certain'],
  }),
  run: route({
    ...command,
    path: '/imports/:id/run',
    summary: 'Bring the rows in',
    body: versionBody,
    status: 202,
    errors: ['import.running', 'import.state'],
  }),
  retry: route({
    ...command,
    path: '/imports/:id/retry',
    summary: 'Bring the rows that failed in again, as they were put right or as the world has changed',
    body: versionBody,
    status: 202,
    errors: ['import.running', 'import.state'],
  }),
  cancel: route({
    ...command,
    path: '/imports/:id/cancel',
    summary: 'Stop; what was brought in stays',
    body: versionBody,
    status: 200,
    errors: ['import.state'],
  }),
  undoPreview: route({
    ...of,
    method: 'GET',
    path: '/imports/:id/undo-preview',
    summary: 'Count what an undo would take back, and what it would keep and why',
    reply: undoPreview,
  }),
  undo: route({
    ...command,
    path: '/imports/:id/undo',
    summary: 'Take the import back, except for records changed since',
    body: versionBody,
    status: 202,
    errors: ['import.undo_blocked', 'import.running'],
  }),
  errors: route({
    ...of,
    method: 'GET',
    path: '/imports/:id/errors.csv',
    summary: 'The rows that failed, as they came, with the reason',
    reply: z.string(),
    sends: 'text/csv',
  }),
}
