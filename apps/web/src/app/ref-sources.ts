/**
 * How each noun that others refer to is looked up by a field or a filter: its list, its record, and what people call it.
 * A noun that can be referred to adds one line.
 */
import { both, type Filter } from '@rapport/domain/filter/filter.ts'
import { call, type ArgsOf, type Key, type ReplyOf } from '../lib/call.ts'
import { currentLanguage } from '../lib/i18n.ts'
import { listQueryOf, type ListKey, type RowOf } from '../lib/list-options.ts'
import { isProblem } from '../lib/problem.ts'
import { textOf, type Label } from '../lib/use-language.ts'
import type { RefOption, RefSource } from '../ui/ref-source.ts'

type Lookup = {
  search: (text: string, signal: AbortSignal, narrow?: Filter) => Promise<RefOption[]>
  read: (id: string, signal: AbortSignal) => Promise<RefOption>
}
type Words = Omit<RefOption, 'value'>

const say = (label: Label | string) => textOf(label, currentLanguage())
const get = <K extends Key>(key: K, args: object) =>
  (call as (key: K, args: ArgsOf<K>) => Promise<ReplyOf<K>>)(key, args as unknown as ArgsOf<K>)

type Of<L extends ListKey, R extends Key> = {
  list: L
  record: R
  words: (row: RowOf<L> & ReplyOf<R>) => Words
  /** What is offered at all; what is retired keeps its name but can be chosen nowhere. */
  offered?: Filter
}

/** Looks records up in their list and by their id. */
function lookup<L extends ListKey, R extends Key>({ list, record, words, offered }: Of<L, R>): Lookup {
  const option = (row: unknown): RefOption => ({
    value: (row as { id: string }).id,
    ...words(row as RowOf<L> & ReplyOf<R>),
  })
  return {
    search: async (text, signal, narrow) => {
      const query = {
        ...listQueryOf({ filter: both(offered, narrow), sort: [], search: text }),
        limit: '20',
        total: 'none',
      }
      const page = await get(list, { query, signal })
      return (page as { items: unknown[] }).items.map(option)
    },
    read: async (id, signal) => option(await get(record, { params: { id }, signal })),
  }
}

const current: Filter = { field: 'archivedAt', op: 'empty' }

const nouns: Record<string, Lookup> = {
  competitors: lookup({
    list: 'GET /competitors',
    record: 'GET /competitors/:id',
    words: ({ name }) => ({ label: name }),
    offered: current,
  }),
  contacts: lookup({ list: 'GET /contacts', record: 'GET /contacts/:id', words: ({ name }) => ({ label: name }) }),
  customers: lookup({ list: 'GET /customers', record: 'GET /customers/:id', words: ({ name }) => ({ label: name }) }),
  'dictionary-items': lookup({
    list: 'GET /dictionary-items',
    record: 'GET /dictionary-items/:id',
    words: ({ label }) => ({ label: say(label) }),
    offered: current,
  }),
  pipelines: lookup({
    list: 'GET /pipelines',
    record: 'GET /pipelines/:id',
    words: ({ label }) => ({ label: say(label) }),
    offered: current,
  }),
  products: lookup({
    list: 'GET /products',
    record: 'GET /products/:id',
    words: ({ label, code }) => ({ label: say(label), note: code }),
    offered: { field: 'active', op: 'eq', value: true },
  }),
  sources: lookup({
    list: 'GET /sources',
    record: 'GET /sources/:id',
    words: ({ label }) => ({ label: say(label) }),
    offered: current,
  }),
  dictionaries: lookup({
    list: 'GET /dictionaries',
    record: 'GET /dictionaries/:id',
    words: ({ label }) => ({ label: say(label) }),
  }),
  roles: lookup({
    list: 'GET /roles',
    record: 'GET /roles/:id',
    words: ({ label }) => ({ label: say(label) }),
    offered: current,
  }),
  teams: lookup({
    list: 'GET /teams',
    record: 'GET /teams/:id',
    words: ({ label }) => ({ label: say(label) }),
    offered: current,
  }),
  // Its code is asked for with the first activity that is planned.
  subjects: {
    search: async (text, signal) => (await import('./subjects.ts')).subjects.search(text, signal),
    read: async (value, signal) => (await import('./subjects.ts')).subjects.read(value, signal),
  },
  users: lookup({
    list: 'GET /users',
    record: 'GET /users/:id',
    words: ({ name, title }) => ({ label: name, ...(title && { note: title }) }),
    offered: { field: 'status', op: 'eq', value: 'active' },
  }),
}

function lookupOf(to: string): Lookup {
  const found = nouns[to]
  if (!found) throw new Error(`no way to look up ${to}`)
  return found
}

export const refSources: RefSource = {
  search: (to, text, signal, narrow) => lookupOf(to).search(text, signal, narrow),
  // What may not be seen has no name; the others still have theirs.
  named: async (to, ids, signal) => {
    const found = await Promise.allSettled(ids.map((id) => lookupOf(to).read(id, signal)))
    const broken = found.find((one) => one.status === 'rejected' && !isProblem(one.reason))
    if (broken?.status === 'rejected') throw broken.reason
    return found.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  },
}
