/** What stands where an answer is to come: lines while it is on its way, or why there is none and a way to ask again. */
import { QueryProblem } from './query-problem.tsx'
import { Waiting } from './waiting.tsx'

/** A query of any kind. */
type Asked = { data: unknown; error: unknown; refetch: () => unknown }

type Props = {
  of: Asked
  rows?: number
  /** Among the fields of a form or in a narrow column, where there is no room for more than a line. */
  inline?: boolean | undefined
}

export function Pending({ of, rows = 6, inline }: Props) {
  if (of.data !== undefined) return null
  return of.error ? (
    <QueryProblem error={of.error} retry={() => void of.refetch()} inline={inline} />
  ) : (
    <Waiting rows={rows} />
  )
}
