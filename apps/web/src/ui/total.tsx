/** How many a list holds, beside its title. */
import { useFormat } from '../lib/use-format.ts'
import { totalOf, type ListQuery } from './list-query.ts'

export function Total<R>({ of }: { of: ListQuery<R> }) {
  const format = useFormat()
  const total = totalOf(of)
  return total && <b>{format.total(total)}</b>
}
