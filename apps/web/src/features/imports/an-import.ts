/** An import as the API sends it, for tests. */
import type { Import, Row } from './imports.queries.ts'

const named = (zh: string, en: string) => ({ zh, en })
const target = (path: string, zh: string, en: string, more: Partial<Import['targets'][number]> = {}) => ({
  path,
  label: named(zh, en),
  group: null,
  kind: 'text',
  required: false,
  many: false,
  keyOnly: false,
  past: false,
  to: null,
  dictionary: null,
  choices: null,
  ...more,
})
const can = { edit: true, dryRun: true, decide: true, run: true, retry: false, cancel: true, undo: false }

// Two rows of products, checked: one is new, one has no price that could be read.
const checked = {
  id: '01a20044-4a91-799c-8e35-8a58c77515c4',
  version: 3,
  createdAt: '2026-11-20T08:00:00.000Z',
  updatedAt: '2026-11-20T08:00:00.000Z',
  entity: 'products',
  fileName: 'products.csv',
  fileSize: 80,
  encoding: 'gb18030',
  delimiter: ',',
  headerRow: 1,
  status: 'dryRun',
  mode: 'create',
  fill: 'empty',
  history: false,
  sourceId: null,
  source: null,
  ownerId: '01a20044-4a91-799c-8e35-8a58c77515c5',
  owner: { id: '01a20044-4a91-799c-8e35-8a58c77515c5', label: 'Shen' },
  rowCount: 2,
  progress: 2,
  created: 0,
  updated: 0,
  skipped: 0,
  failed: 0,
  startedAt: null,
  finishedAt: null,
  can,
  columns: [
    { header: 'code', filled: 2, samples: ['A-1', 'A-2'] },
    { header: 'price', filled: 2, samples: ['1200', 'many'] },
    { header: 'colour', filled: 1, samples: ['blue'] },
  ],
  sample: [
    ['A-1', '1200', 'blue'],
    ['A-2', 'many', ''],
  ],
  mapping: [
    { column: 'code', target: 'code' },
    { column: 'price', target: 'listPrice' },
    { column: 'colour', target: null },
  ],
  proposal: [
    { column: 'code', target: 'code' },
    { column: 'price', target: 'listPrice' },
    { column: 'colour', target: null, leftOut: 'unknown' },
  ],
  targets: [
    target('code', '编码', 'Code', { required: true }),
    target('label', '名称', 'Name', { kind: 'label' }),
    target('listPrice', '标准价', 'List price', { kind: 'decimal' }),
  ],
  keys: ['code'],
  matchKeys: ['code'],
  valueMaps: [],
  defaults: [],
  externalSource: 'import',
  dateOrder: null,
  numberFormat: 'point',
  timeZone: 'Asia/Shanghai',
  exported: false,
  missing: [],
  checked: { new: 1, update: 0, duplicate: 0, error: 1, changes: 0, warnings: 0 },
  problems: [
    {
      column: 'price',
      target: 'listPrice',
      code: 'field.number',
      severity: 'error',
      rows: 1,
      message: 'Not a number',
      values: [{ value: 'many', rows: 1, proposals: [] }],
    },
  ],
  undone: 0,
  kept: 0,
  error: null,
  errorText: null,
}

/** Checked, with one row that is wrong. */
export const anImport = (more: Partial<Import> = {}): Import => ({ ...checked, ...more }) as Import

/** The second row, which has the fault. */
export const aRow = (more: Partial<Row> = {}): Row =>
  ({
    rowNo: 2,
    raw: ['A-2', 'many', ''],
    values: [{ target: 'code', value: 'A-2' }],
    verdict: 'error',
    decision: null,
    outcome: null,
    undo: null,
    problems: [
      {
        column: 'price',
        target: 'listPrice',
        code: 'field.number',
        severity: 'error',
        value: 'many',
        message: 'price: Not a number',
      },
    ],
    changes: [],
    record: null,
    level: null,
    matches: [],
    hidden: [],
    sameAs: [],
    ...more,
  }) as Row
