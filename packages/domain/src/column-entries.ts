/** A column as a list, its address and a saved view write it: `amount`, or `amount:160` where its width was chosen. */

export type ColumnEntry = { name: string; width?: number }

/** In pixels. */
export const columnWidths = { min: 56, max: 800, step: 16 } as const

/** The nearest width a column can have. */
export const fitWidth = (width: number): number =>
  Math.round(Math.max(columnWidths.min, Math.min(columnWidths.max, width)))

const withWidth = /^([^:]+):([1-9]\d{1,2})$/

/** A width that is none leaves the whole text as the name, which then is of no field. */
export const readColumn = (entry: string): ColumnEntry => {
  const [, name, digits] = withWidth.exec(entry) ?? []
  const width = Number(digits)
  return name !== undefined && width === fitWidth(width) ? { name, width } : { name: entry }
}

export const writeColumn = ({ name, width }: ColumnEntry): string =>
  width === undefined ? name : `${name}:${fitWidth(width)}`

export const columnName = (entry: string): string => readColumn(entry).name
