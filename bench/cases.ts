/** What is measured: each case gives the next request to a running company. */
import { reachDeepPages } from './deep-page.ts'
import type { Shot } from './fire.ts'
import { AMOUNTS, boardPath, dealPath, inTurn, listPath, stagesPath } from './queries.ts'
import type { Reader, World } from './world.ts'
import { shootCreates, shootMoves } from './writes.ts'

type Shooting = () => Shot

export type Case = {
  name: string
  as: Reader
  /** Prepares the company and returns where the requests come from. */
  prepare(world: World): Shooting | Promise<Shooting>
  /** The same rows from the baseline. */
  baseline?(world: World): Shooting
  /** Changes the company. */
  writes?: true
}

const at = (paths: readonly string[]): Shooting => inTurn(paths.map((path) => ({ path })))
const list = (name: string, as: Reader): Case => ({ name, as, prepare: () => at(AMOUNTS.map(listPath)) })

/** Under load, ten connections at once. */
export const loads = {
  list: {
    ...list('list of 50: two filters, sort, joined names', 'all'),
    baseline: () => at(AMOUNTS.map((amount) => `/list?amount=${amount}`)),
  },
  listBelow: list('  the same for a leader of a team', 'below'),
  listOwn: list('  the same for a rep', 'own'),
  byId: {
    name: 'by id, with lists and criteria',
    as: 'all',
    prepare: ({ dealIds }) => at(dealIds.map(dealPath)),
    baseline: ({ dealIds }) => at(dealIds.map((id) => `/one/${id}`)),
  },
  deepPage: { name: 'page 1,000 by cursor', as: 'all', prepare: async (world) => inTurn(await reachDeepPages(world)) },
  move: { name: 'stage move', as: 'all', prepare: shootMoves, writes: true },
  create: { name: 'create', as: 'all', prepare: shootCreates, writes: true },
} satisfies Record<string, Case>

export type LoadName = keyof typeof loads

/** One at a time: figures somebody waits for. */
export const figures: { name: string; pathOf(world: World): string }[] = [
  { name: 'open pipeline by stage: count, sum, weighted', pathOf: () => stagesPath('open') },
  { name: 'all deals by stage: count, sum, weighted', pathOf: () => stagesPath('all') },
  { name: 'board with sums and first cards', pathOf: ({ pipelineId }) => boardPath(pipelineId) },
]
