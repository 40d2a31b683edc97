/**
 * The duplicate check as people meet it: each record is asked for before it is entered, and what is answered are the pairs found.
 * Compared with the published baselines: F1 above each of them, and of a hundred called certain at least 98 that are.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Counts } from '../../check/run.ts'
import type { Client } from '../client.ts'
import { readFebrl, readRestaurants, type Entry } from './pairs.ts'

type Match = { id: string; level: 'certain' | 'likely' }
type Answers = { pairs: number; right: number }
type Baselines = Record<string, { f1: number }>
const CERTAIN_PRECISION = 0.98

const sets = {
  'febrl 1': (data: string) => ({
    entries: readFebrl(path.join(data, 'febrl'), 1),
    known: knownOf(data, 'febrl', 'dataset1'),
  }),
  'febrl 3': (data: string) => ({
    entries: readFebrl(path.join(data, 'febrl'), 3),
    known: knownOf(data, 'febrl', 'dataset3'),
  }),
  restaurants: (data: string) => ({
    entries: readRestaurants(path.join(data, 'restaurants')),
    known: knownOf(data, 'restaurants'),
  }),
}

const knownOf = (data: string, folder: string, part?: string) => {
  const all = JSON.parse(readFileSync(path.join(data, folder, 'expected.json'), 'utf8')) as Record<string, unknown>
  return (part ? all[part] : all) as { true_pairs: number; baselines: Baselines }
}

/** A bar that is met has passed. */
export const checkDuplicateSet = async (api: Client, data: string, name: keyof typeof sets): Promise<Counts> => {
  const { entries, known } = sets[name](data)
  const { certain, likely, times } = await enterAll(api, entries)
  const found = { pairs: certain.pairs + likely.pairs, right: certain.right + likely.right }
  const [precision, recall] = [found.right / found.pairs, found.right / known.true_pairs]
  const f1 = (2 * precision * recall) / (precision + recall)
  const sure = certain.right / certain.pairs
  const slow = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0
  console.log(
    `${entries.length} records, ${known.true_pairs} true pairs; a check takes ${slow.toFixed(1)} ms at the 95th percentile`,
  )
  console.log(
    `  likely or certain: ${found.pairs} pairs, precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}, F1 ${f1.toFixed(4)}`,
  )
  console.log(`  certain:           ${certain.pairs} pairs, precision ${sure.toFixed(4)}`)
  const bars = [
    ...Object.entries(known.baselines).map(([bar, baseline]) => ({
      bar: `F1 above ${bar} ${baseline.f1}`,
      isMet: f1 > baseline.f1,
    })),
    { bar: `precision of certain at least ${CERTAIN_PRECISION}`, isMet: sure >= CERTAIN_PRECISION },
  ]
  for (const { bar, isMet } of bars) console.log(`${isMet ? '  ' : '≠ '}${bar}`)
  const passed = bars.filter(({ isMet }) => isMet).length
  return { passed, failed: bars.length - passed, skipped: 0 }
}

const enterAll = async (api: Client, entries: readonly Entry[]) => {
  const { id: sourceId } = await api.send<{ id: string }>('POST', '/sources', {
    code: 'duplicates',
    label: { zh: '查重', en: 'Duplicates' },
    kind: 'web',
  })
  const entityOf = new Map<string, string>()
  const counts: Record<'certain' | 'likely', Answers> = {
    certain: { pairs: 0, right: 0 },
    likely: { pairs: 0, right: 0 },
  }
  const times: number[] = []
  for (const { entity, record } of entries) {
    const begin = performance.now()
    const { matches } = await api.send<{ matches: Match[] }>('POST', '/duplicates/check', {
      recordType: 'customer',
      record,
    })
    times.push(performance.now() - begin)
    for (const { id, level } of matches) {
      counts[level].pairs++
      if (entityOf.get(id) === entity) counts[level].right++
    }
    const body = { ...record, sourceId, duplicateReason: 'Entered to be compared' }
    const made = await api.send<{ id: string }>('POST', '/customers', body)
    entityOf.set(made.id, entity)
  }
  return { ...counts, times }
}
