/** The scenarios of the fault rig: what strikes, how often, and which figures say that it did no harm. */
import { endApi, endBackend, killApi, killPostgres, pausePostgres, stopPostgres } from './hurts.ts'
import { makeClient } from './client.ts'
import { sumOf } from './judge.ts'
import { startProxy } from './proxy.ts'
import { measureSlowness } from './server-process.ts'
import { signIn, type Stage } from './stage.ts'
import { type Hurt, type Outcome, underFire } from './under-fire.ts'

export type Figures = { acknowledged: number; lost: number; doubled: number; half: number; deaths: number }
export type Row = {
  /** The ids of TRUST this row stands for. */
  ids: string
  what: string
  figures: Figures
  /** What else is told, and sentences for what is wrong; none when the row is good. */
  notes: string[]
  faults: string[]
  /** What took longer than it may, on this machine as slow as it was then. */
  late: string[]
}
export type Scenario = (stage: Stage) => Promise<Row>

const GRACE = 10_000

/** F1, F3, F5: the API and the database are killed in turn while clients write and retry. */
export const kills =
  (writes: number, each: number): Scenario =>
  (stage) => {
    const hurts = Array.from({ length: each }, () =>
      stage.random() < 0.5 ? [killApi(), killPostgres()] : [killPostgres(), killApi()],
    ).flat()
    return report(stage, 'F1 F3 F5', 'kill -9 of the API and of PostgreSQL while clients write', hurts, writes)
  }

/** F4: the database is stopped fast and at once, loses a connection, stands still. */
export const stops =
  (writes: number, rounds: number, frozen: number): Scenario =>
  (stage) => {
    const hurts = Array.from({ length: rounds }, () => [stopPostgres('fast'), stopPostgres('immediate'), endBackend()])
    return report(
      stage,
      'F4',
      'PostgreSQL stopped, frozen, a connection ended',
      [...hurts.flat(), pausePostgres(frozen)],
      writes,
    )
  }

/** F17: the API is asked to end while clients write. */
export const farewells =
  (writes: number, times: number): Scenario =>
  (stage) => {
    const hurts = Array.from({ length: times }, () => endApi(GRACE))
    return report(stage, 'F17', 'SIGTERM while clients write', hurts, writes)
  }

/** C3: every fourth answer is lost on the way; the same key gets it again and nothing happens twice. */
export const lostAnswers =
  (writes: number): Scenario =>
  async (stage) => {
    const proxy = await startProxy(stage.rig.url, { dropEvery: 4 })
    const client = makeClient(proxy.url, await signIn(stage.rig.url))
    const row = await report({ ...stage, client }, 'C3', 'answers are lost on the way', [], writes)
    await proxy.close()
    if (client.tally.replayed === 0) row.faults.push('no answer was replayed')
    return row
  }

async function report(stage: Stage, ids: string, what: string, hurts: Hurt[], writes: number): Promise<Row> {
  const { tally } = stage.client
  const before = { ...tally }
  const outcome = await underFire(stage, hurts, writes)
  const told = (name: keyof typeof tally) => tally[name] - before[name]
  const notes = [...outcome.back].map(
    ([name, times]) => `${times.length} × ${name}, back after ${middleOf(times)} ms, at most ${Math.max(...times)} ms`,
  )
  notes.push(`${told('unknown')} tries without an answer, ${told('replayed')} answers replayed`)
  const figures = { acknowledged: outcome.acknowledged, ...sumOf(outcome.faults), deaths: outcome.deaths }
  return { ids, what, figures, notes, faults: faultsOf(outcome, told('broken')), late: await slowOnes(outcome, hurts) }
}

function faultsOf(outcome: Outcome, broken: number): string[] {
  const faults = outcome.faults.map(
    ({ kind, what, count, example }) => `${kind}: ${what} (${count}, such as ${example})`,
  )
  if (outcome.deaths > 0) faults.push(`the API ended ${outcome.deaths} times with its database`)
  if (broken > 0) faults.push(`${broken} answers were a 5xx other than 503`)
  return [...faults, ...outcome.refused.slice(0, 5).map((text) => `unexpected answer: ${text}`)]
}

/** Bars of time are for a machine that is alone: the middle of all times, by how slow this one is now. */
async function slowOnes({ back }: Outcome, hurts: Hurt[]): Promise<string[]> {
  const bars = new Map(hurts.map(({ name, bar = Infinity }) => [name, bar]))
  const isLate = (name: string, times: number[], slowness: number) => middleOf(times) / slowness > (bars.get(name) ?? 0)
  const late = [...back].filter(([name, times]) => isLate(name, times, 1))
  if (late.length === 0) return []
  const slowness = await measureSlowness()
  return late
    .filter(([name, times]) => isLate(name, times, slowness))
    .map(
      ([name, times]) =>
        `${name}: back after ${middleOf(times)} ms, on a machine ${slowness.toFixed(1)} × as slow as alone`,
    )
}

const middleOf = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
