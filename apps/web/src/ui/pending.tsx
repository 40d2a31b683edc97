/** What stands where an answer is to come: lines while it is on its way, or why there is none and a way to ask again. */
import { QueryProblem } from './query-problem.tsx'
import { Waiting } from './waiting.tsx'

/** A query of any kind. */
type Asked = { data: unknown; error: unknown; refetch: () => unknown }

export function Pending({ of, rows = 6 }: { of: Asked; rows?: number }) {
  if (of.data !== undefined) return null
  return of.error ? <QueryProblem error={of.error} retry={() => void of.refetch()} /> : <Waiting rows={rows} />
}
