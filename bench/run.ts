/*
 * `npm run bench`: the real server on generated companies of three sizes, beside a bare baseline, in one run.
 * `npm run bench -- --sizes 10k,100k --only list,byId --rounds 1 --seconds 2` for less. Ends with 1 when a ratio misses its bar.
 */
import { parseArgs } from 'node:util'
import { databaseUrl } from '../tools/faults/postgres.ts'
import { measureAbsence } from './absence.ts'
import { startBaseline } from './baseline-process.ts'
import { figures, loads, type Case, type LoadName } from './cases.ts'
import { measureFinds, type FindTimes } from './finds.ts'
import { measureChanges } from './changes.ts'
import { ensureCompany } from './data/company.ts'
import type { Plan } from './data/load.ts'
import { readSize } from './data/sizes.ts'
import { measureBulks } from './bulk.ts'
import { measureImport } from './import.ts'
import { askOnce, measureFigure, measureLoad, type Loads } from './measure.ts'
import { watchMemory } from './memory.ts'
import { measureRecords } from './records.ts'
import { report } from './report.ts'
import { countStatements } from './statements.ts'
import { measureStreams } from './streams.ts'
import { openWorld, type World } from './world.ts'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10k,100k,1m' },
    only: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '4' },
    seed: { type: 'string', default: '1' },
  },
})
const only = values.only?.split(',')
const effort = { rounds: Number(values.rounds), seconds: Number(values.seconds) }

// A customer and his people have 6.4 keys, and there is one customer to four deals.
const KEYED = 0.31

const worlds: World[] = []
for (const size of values.sizes
  .split(',')
  .map(readSize)
  .toSorted((a, b) => a - b)) {
  worlds.push(await openWorld(size, await ensureCompany({ size, seed: Number(values.seed) }, console.log)))
}
try {
  const verdicts = report(worlds, await measureAll())
  process.exitCode = verdicts.some(({ decides, met }) => decides && !met) ? 1 : 0
} finally {
  for (const { server } of worlds) await server.stop()
}

async function measureAll() {
  const chosen = (Object.entries(loads) as [LoadName, Case][]).filter(([name]) => only?.includes(name) ?? true)
  const statements = await countAll(chosen.filter(([, one]) => !one.writes).map(([, one]) => one))
  const watches = worlds.map(({ server }) => watchMemory(server.pid))
  const measured = await measureLoads(chosen)
  const memory = watches.map((watch) => watch.stop())
  const times = only && !only.includes('figures') ? [] : await measureFigures()
  const absence = only && !only.includes('absence') ? null : await measureAbsence(worlds.at(-1) as World)
  const finds = only && !only.includes('finds') ? [] : await measureTyping((worlds.at(-1) as World).size)
  const panels = only && !only.includes('records') ? [] : await measureRecords(worlds.at(-1) as World)
  const streamed = only && !only.includes('streams') ? null : await measureStreams(worlds.at(-1) as World)
  // Into the largest, which it changes least.
  const imported = only && !only.includes('import') ? null : await measureImport(worlds.at(-1) as World, effort.rounds)
  const bulk = only && !only.includes('bulk') ? [] : await measureBulks(worlds[0] as World)
  const changed = only && !only.includes('changes') ? null : await measureChanges(middleWorld(), effort.rounds)
  return {
    loads: measured,
    statements,
    memory,
    figures: times,
    absence,
    finds,
    panels,
    streamed,
    imported,
    bulk,
    changed,
  }
}

/** In the companies that the bars name: search among as many customers as deals, the check for duplicates among half a million keys. */
async function measureTyping(size: number): Promise<FindTimes[]> {
  const searched = await inCompany({ size, customers: size }, (world) => measureFinds(world, 'search'))
  const checked = await inCompany({ size: size * KEYED }, (world) => measureFinds(world, 'duplicates'))
  return [...searched, ...checked]
}

async function inCompany<T>(plan: Omit<Plan, 'seed'>, measure: (world: World) => Promise<T>): Promise<T> {
  const world = await openWorld(plan.size, await ensureCompany({ ...plan, seed: Number(values.seed) }, console.log))
  try {
    return await measure(world)
  } finally {
    await world.server.stop()
  }
}

/** 100k of the usual three; against the baseline runs this one. */
function middleWorld(): World {
  return worlds[Math.floor(worlds.length / 2)] as World
}

async function measureLoads(chosen: [LoadName, Case][]): Promise<Loads> {
  const compared = middleWorld()
  const baseline = await startBaseline(databaseUrl(compared.home))
  const measured: Loads = {}
  try {
    for (const [name, one] of chosen) {
      console.log(`measuring: ${one.name.trim()}`)
      measured[name] = await measureLoad(worlds, one, effort, { world: compared, baselineUrl: baseline.url })
    }
  } finally {
    await baseline.stop()
  }
  return measured
}

/** Counted in the smallest company; how many there are does not depend on the size. */
async function countAll(cases: Case[]): Promise<[name: string, count: number][]> {
  const world = worlds[0] as World
  const counts: [string, number][] = []
  for (const one of cases.filter(({ as }) => as === 'all')) {
    const next = await one.prepare(world)
    counts.push([one.name, await countStatements(world, () => askOnce(world, next()))])
  }
  for (const { name, pathOf } of figures) {
    counts.push([name, await countStatements(world, () => askOnce(world, { path: pathOf(world) }))])
  }
  return counts
}

async function measureFigures(): Promise<[name: string, times: number[]][]> {
  const all: [string, number[]][] = []
  for (const { name, pathOf } of figures) {
    const times: number[] = []
    for (const world of worlds) times.push(await measureFigure(world, pathOf(world)))
    all.push([name, times])
  }
  return all
}
