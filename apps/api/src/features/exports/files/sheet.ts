/** What a file is made of, whichever its format. */
import type { CellKind } from '@rapport/domain/features/exports/export-cell.ts'

export type Cells = (string | null)[]
export type Sheet = { headers: string[]; kinds: CellKind[]; parts: AsyncIterable<Cells[]> }
