/**
 * How each noun that others refer to is looked up by a field or a filter: its list, its record, and what people call it.
 * A noun that can be referred to adds one line.
 */
import { call, type ArgsOf, type Key, type ReplyOf } from '../lib/call.ts'
import { currentLanguage } from '../lib/i18n.ts'
import type { ListKey, RowOf } from '../lib/list-options.ts'
import { isProblem } from '../lib/problem.ts'
import { textOf, type Label } from '../lib/use-language.ts'
import type { RefOption, RefSource } from '../ui/ref-source.ts'

type Lookup = {
  search: (text: string, signal: AbortSignal) => Promise<RefOption[]>
  read: (id: string, signal: AbortSignal) => Promise<RefOption>
}
type Words = Omit<RefOption, 'value'>

const say = (label: Label | string) => textOf(label, currentLanguage())
const get = <K extends Key>(key: K, args: object) =>
  (call as (key: K, args: ArgsOf<K>) => Promise<ReplyOf<K>>)(key, args as unknown as ArgsOf<K>)

/** Looks records up in their list and by their id. */
function lookup<L extends ListKey, R extends Key>(
  list: L,
  record: R,
  wordsOf: (row: RowOf<L> & ReplyOf<R>) => Words,
): Lookup {
  const option = (row: unknown): RefOption => ({
    value: (row as { id: string }).id,
    ...wordsOf(row as RowOf<L> & ReplyOf<R>),
  })
  return {
    search: async (text, signal) => {
      const page = await get(list, { query: { limit: '20', total: 'none', ...(text && { search: text }) }, signal })
      return (page as { items: unknown[] }).items.map(option)
    },
    read: async (id, signal) => option(await get(record, { params: { id }, signal })),
  }
}

const nouns: Record<string, Lookup> = {
  sources: lookup('GET /sources', 'GET /sources/:id', (source) => ({ label: say(source.label) })),
}

function lookupOf(to: string): Lookup {
  const found = nouns[to]
  if (!found) throw new Error(`no way to look up ${to}`)
  return found
}

export const refSources: RefSource = {
  search: (to, text, signal) => lookupOf(to).search(text, signal),
  // What may not be seen has no name; the others still have theirs.
  named: async (to, ids, signal) => {
    const found = await Promise.allSettled(ids.map((id) => lookupOf(to).read(id, signal)))
    const broken = found.find((one) => one.status === 'rejected' && !isProblem(one.reason))
    if (broken?.status === 'rejected') throw broken.reason
    return found.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  },
}
