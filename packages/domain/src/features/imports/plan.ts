/** What is the same for every row of an import: its settings, made ready for reading rows. */
import type { ImportEntity, ImportFill, ImportMode } from './import-choices.ts'
import type { ColumnMapping } from './propose-mapping.ts'
import type { CellReading } from './read-cell.ts'
import type { DateOrder } from './read-date.ts'
import type { NumberFormat } from './read-number.ts'
import type { Target } from './target.ts'

export type ImportOptions = {
  fill: ImportFill
  valueMaps: { column: string; values: { from: string; to: string }[] }[]
  defaults: { target: string; value: string }[]
  externalSource: string
  dateOrder: DateOrder | null
  numberFormat: NumberFormat
  timeZone: string
  exported: boolean
}

export type PlannedColumn = {
  index: number
  header: string
  target: Target
  format: Partial<ColumnMapping>
  /** Cell → what is read in its place. */
  replaced: ReadonlyMap<string, string>
  /** What was read before in cells of this text, where that is a plain value. */
  read: Map<string, CellReading>
}

export type ImportPlan = {
  id: string
  entity: ImportEntity
  width: number
  columns: readonly PlannedColumn[]
  /** Texts of targets that no column feeds, or whose cell is empty. */
  defaults: ReadonlyMap<string, string>
  targets: ReadonlyMap<string, Target>
  matchKeys: readonly string[]
  mode: ImportMode
  history: boolean
  sourceId: string | null
  options: ImportOptions
}

type Settings = Pick<ImportPlan, 'id' | 'entity' | 'matchKeys' | 'mode' | 'history' | 'sourceId' | 'options'> & {
  headers: readonly string[]
  mapping: readonly ColumnMapping[]
}

export const planOf = ({ headers, mapping, ...settings }: Settings, targets: readonly Target[]): ImportPlan => {
  const known = new Map(targets.map((target) => [target.path, target]))
  const { valueMaps, dateOrder, numberFormat, defaults } = settings.options
  const columns = mapping.flatMap((one): PlannedColumn[] => {
    const index = headers.indexOf(one.column)
    const target = known.get(one.target ?? '')
    if (index < 0 || !target) return []
    const values = valueMaps.filter(({ column }) => column === one.column).flatMap((map) => map.values)
    const format = {
      ...one,
      dateOrder: one.dateOrder ?? dateOrder ?? undefined,
      numberFormat: one.numberFormat ?? numberFormat,
    }
    return [
      {
        index,
        header: one.column,
        target,
        format,
        replaced: new Map(values.map(({ from, to }) => [from.trim(), to])),
        read: new Map(),
      },
    ]
  })
  return {
    ...settings,
    width: headers.length,
    columns,
    defaults: new Map(defaults.map(({ target, value }) => [target, value])),
    targets: known,
  }
}
