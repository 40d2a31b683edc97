/** Which record is looked at beside the page, as the address says it: `?peek=customer:<id>`. Back closes it. */
import { useSearchParams } from 'react-router'

const KEY = 'peek'
export const peekNouns = { customer: 'customers', contact: 'contacts', opportunity: 'opportunities' } as const
export type PeekAs = keyof typeof peekNouns
export type Peeked = { as: PeekAs; id: string }

export const peekIn = (params: URLSearchParams): Peeked | null => {
  const [as = '', id = ''] = (params.get(KEY) ?? '').split(':')
  return as in peekNouns && id ? { as: as as PeekAs, id } : null
}

/** The address of a list does not change with what is looked at beside it. */
export const withoutPeek = (search: string): string => {
  const params = new URLSearchParams(search)
  params.delete(KEY)
  return params.toString()
}

/** From one record to the next replaces the entry of the history, so that Back closes the panel and does not walk. */
export function usePeek() {
  const [params, setParams] = useSearchParams()
  const peeked = peekIn(params)
  const set = (next: Peeked | null) =>
    setParams(
      (current) => {
        const changed = new URLSearchParams(current)
        if (next) changed.set(KEY, `${next.as}:${next.id}`)
        else changed.delete(KEY)
        return changed
      },
      { replace: peeked !== null, preventScrollReset: true },
    )
  return { peeked, peek: set, close: () => set(null) }
}
