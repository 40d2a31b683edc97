/** The mapping as it is sent: without the reasons that a proposal has. */
import type { Import, Settings } from './imports.queries.ts'

export const sentMapping = (mapping: Import['mapping']): NonNullable<Settings['mapping']> =>
  mapping.map(({ column, target, dateOrder, numberFormat, factor }) => ({
    column,
    target,
    ...(dateOrder && { dateOrder }),
    ...(numberFormat && { numberFormat }),
    ...(factor !== undefined && { factor }),
  }))
