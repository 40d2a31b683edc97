/** One code of the catalogue: its status and what people read. */
import type { Label } from '../field/kinds.ts'

export type Entry = { status: number; title: Label; detail: Label }

/** Without a detail of its own the title says it all. */
export const entry = (status: number, zh: string, en: string, zhDetail = zh, enDetail = en): Entry => ({
  status,
  title: { zh, en },
  detail: { zh: zhDetail, en: enDetail },
})
