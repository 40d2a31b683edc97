/** What was measured, as one table a person reads, with the bars beside the figures they judge. */
import { cpus, totalmem } from 'node:os'
import { alike, atLeast, fewStatements, flatness, reaches, within, type Verdict } from './bars.ts'
import type { Bulk } from './bulk.ts'
import { loads as cases, type LoadName } from './cases.ts'
import type { Changed } from './changes.ts'
import { writeSize } from './data/sizes.ts'
import type { FindTimes } from './finds.ts'
import { CONNECTIONS } from './fire.ts'
import type { Imported } from './import.ts'
import { middle, type Loads } from './measure.ts'
import type { PanelTimes } from './records.ts'
import type { Streamed } from './streams.ts'
import { table } from './table.ts'
import type { World } from './world.ts'

export type Measured = {
  loads: Loads
  statements: [name: string, count: number][]
  /** The most seen of each server, in MB. */
  memory: number[]
  /** By case, the time in each company in ms. */
  figures: [name: string, times: number[]][]
  /** How many times longer the answer about a hidden deal takes than that about none. */
  absence: number | null
  /** What is found while somebody types, among as many customers as deals, and compared, among half a million keys. */
  finds: FindTimes[]
  /** The panels of a record's page, in the largest company. */
  panels: PanelTimes[]
  /** How soon open pages hear of a change, there too. */
  streamed: Streamed | null
  /** By a file, in the largest company. */
  imported: Imported | null
  /** Records a second by one bulk change and by its undo, in the smallest. */
  bulk: Bulk[]
  /** By a file that changes them, in the middle one. */
  changed: Changed | null
}

/** Prints it and returns the verdicts. */
export function report(worlds: readonly World[], measured: Measured): Verdict[] {
  const sizes = worlds.map(({ size }) => size)
  const gigabytes = Math.round(totalmem() / 2 ** 30)
  console.log(
    `\n${new Date().toISOString().slice(0, 10)}, ${cpus().length} processors (${cpus()[0]?.model.trim()}), ${gigabytes} GB, Node ${process.version}, ${CONNECTIONS} connections\n`,
  )
  console.log(`${table([...loadRows(sizes, measured.loads)])}\n`)
  if (measured.figures.length > 0) console.log(`${table([...figureRows(sizes, measured.figures)])}\n`)
  if (measured.finds.length > 0) console.log(`${table([...readerRows('while somebody types: p95', measured.finds)])}\n`)
  if (measured.panels.length > 0)
    console.log(`${table([...readerRows('a panel of a record: p95', measured.panels)])}\n`)
  const verdicts = judge(sizes, measured)
  const rows = verdicts.map(({ what, found, bar, met, decides }) => [
    what,
    found,
    bar,
    met ? 'met' : decides ? 'MISSED' : 'missed',
  ])
  console.log(table([['', 'found', 'bar', ''], ...rows]))
  return verdicts
}

function* loadRows(sizes: readonly number[], loads: Loads): Generator<string[]> {
  yield ['under load: requests/s, p95', ...sizes.flatMap((size) => [writeSize(size), ''])]
  for (const [name, load] of Object.entries(loads)) {
    const cells = sizes.flatMap((size) => [
      middle(load, size, 'perSecond').toFixed(0),
      `${middle(load, size, 'p95').toFixed(1)} ms`,
    ])
    yield [cases[name as LoadName].name, ...cells]
  }
}

function* figureRows(sizes: readonly number[], figures: Measured['figures']): Generator<string[]> {
  yield ['one at a time', ...sizes.map(writeSize)]
  for (const [name, times] of figures) yield [name, ...times.map((time) => `${time.toFixed(1)} ms`)]
}

function* readerRows(what: string, times: readonly (FindTimes | PanelTimes)[]): Generator<string[]> {
  yield [what, 'administrator', 'rep']
  for (const { name, p95 } of times) yield [name, `${p95.all.toFixed(0)} ms`, `${p95.own.toFixed(0)} ms`]
}

// What the bars name of them.
const TYPED = /two Chinese|initials|part of a Latin|duplicates/
const SOON = 50
const PANEL = 60
const HEARD = 300
const PIPELINE = 150
const RESIDENT = 300
const IMPORTED = 5_000
const BULK = 2_000
const CHANGED = 1_500

function judge(
  sizes: readonly number[],
  { loads, statements, memory, figures, absence, finds, panels, streamed, imported, bulk, changed }: Measured,
): Verdict[] {
  const [small = 0, large = 0] = [sizes[0], sizes.at(-1)]
  const names = `${writeSize(large)} against ${writeSize(small)}`
  const compared = writeSize(sizes[Math.floor(sizes.length / 2)] ?? 0)
  return [
    ...(loads.list ? [atLeast(`list, requests/s of the baseline's at ${compared}`, loads.list.shares, 0.4)] : []),
    ...(loads.byId ? [atLeast(`by id, requests/s of the baseline's at ${compared}`, loads.byId.shares, 0.25)] : []),
    ...(small === large ? [] : flatness(loads, small, large, names)),
    ...statements.map(([name, count]) => fewStatements(name, count)),
    ...figures
      .slice(0, 1) // what a pipeline holds is what is open in it
      .map(([name, times]) => within(`${name}, ${writeSize(large)}`, times.at(-1) ?? 0, PIPELINE, 'ms')),
    ...(absence === null ? [] : [alike('time of an answer: hidden against absent', absence)]),
    ...finds.filter(({ name }) => TYPED.test(name)).map(({ name, p95 }) => within(`${name}, p95`, p95.all, SOON, 'ms')),
    ...(panels.length === 0
      ? []
      : [within('slowest panel of a record, p95', Math.max(...panels.map(({ p95 }) => p95.all)), PANEL, 'ms')]),
    ...(streamed === null
      ? []
      : [within(`a change heard by ${streamed.streams} open streams, p95`, streamed.p95, HEARD, 'ms')]),
    ...bulk.flatMap(({ noun, changed: there, undone }) => [
      reaches(`bulk change of ${noun} with events, ${writeSize(small)}`, there, BULK, '/s'),
      reaches(`its undo, ${writeSize(small)}`, undone, BULK, '/s'),
    ]),
    ...(changed === null
      ? []
      : [
          reaches(`import that changes customers, ${compared}`, changed.changed, CHANGED, '/s'),
          reaches(`its undo, ${compared}`, changed.undone, BULK, '/s'),
        ]),
    within('API process under load, resident', Math.max(...memory), RESIDENT, 'MB'),
    ...(imported === null ? [] : importVerdicts(imported, writeSize(large))),
  ]
}

const importVerdicts = ({ perSecond, server, apart }: Imported, size: string): Verdict[] => [
  reaches(`import with events, ${size}`, perSecond, IMPORTED, 'deals/s'),
  within('API process during an import, resident', server, RESIDENT, 'MB'),
  { what: 'process of the import, resident', found: `${Math.round(apart)} MB`, bar: 'none', met: true, decides: false },
]
