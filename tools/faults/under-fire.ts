/** Writers at work while one fault after the other strikes; after each, the judge. */
import { setTimeout as wait } from 'node:timers/promises'
import { type Fault, judge } from './judge.ts'
import type { Rig } from './rig.ts'
import type { Stage } from './stage.ts'
import { write } from './writer.ts'

/** `api`: whether the fault is meant to end the API; otherwise the same process must go on. */
export type Hurt = {
  name: string
  api: boolean
  /** Within how many ms the product must be back, where that is promised. */
  bar?: number
  /** Returns the ms until the product was back, where it knows. */
  strike: (rig: Rig) => Promise<number | void>
}
export type Outcome = {
  acknowledged: number
  /** How long it took each time from the strike, or from the end of it, until /readyz said 200; ms, by the name of the fault. */
  back: Map<string, number[]>
  /** How often the API was gone after a fault that only concerned the database. */
  deaths: number
  faults: Fault[]
  /** Answers the writers did not expect. */
  refused: string[]
}

const JITTER = 40

/** Spreads the faults over so many acknowledged writes. */
export async function underFire(stage: Stage, hurts: readonly Hurt[], writes: number): Promise<Outcome> {
  const { rig, client, world, ledger, random } = stage
  const begin = ledger.entries.length
  const outcome: Outcome = {
    acknowledged: 0,
    back: new Map(),
    deaths: 0,
    faults: [],
    refused: [],
  }
  let failure: unknown
  const writing = write(client, world, ledger, writes).catch((error: unknown) => void (failure = error))
  for (const [index, hurt] of hurts.entries()) {
    const due = begin + (writes * (index + 1)) / (hurts.length + 1)
    while (ledger.entries.length < due && failure === undefined) await wait(5)
    await wait(random() * JITTER)
    await strike(stage, hurt, outcome)
  }
  await writing
  if (failure !== undefined) throw failure
  outcome.faults.push(...(await judge(rig.databaseUrl(), rig.home, ledger.entries, true)))
  return { ...outcome, acknowledged: ledger.entries.length - begin, refused: ledger.refused }
}

async function strike({ rig, ledger }: Stage, { name, api, strike: hit }: Hurt, outcome: Outcome): Promise<void> {
  const pid = rig.pid()
  const known = await hit(rig)
  const waited = await rig.waitUntilReady()
  const back = known ?? waited
  if (!api && (!rig.alive() || rig.pid() !== pid)) outcome.deaths += 1
  outcome.back.set(name, [...(outcome.back.get(name) ?? []), Math.round(back)])
  outcome.faults.push(...(await judge(rig.databaseUrl(), rig.home, [...ledger.entries], false)))
}
