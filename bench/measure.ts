/** One measuring of one case in every company, round by round, so that a machine that slows down slows all of them. */
import type { Case, LoadName } from './cases.ts'
import { fire, median, type Sample, type Shot } from './fire.ts'
import type { World } from './world.ts'

export type Load = {
  /** By size, one sample a round. */
  samples: Map<number, Sample[]>
  /** Ours over the baseline's requests per second, one a round; empty for a case without baseline. */
  shares: number[]
}

export type Effort = { rounds: number; seconds: number }

/** `worlds` from small to large; `compared` is the one that runs beside the baseline at `baselineUrl`. */
export async function measureLoad(
  worlds: readonly World[],
  one: Case,
  { rounds, seconds }: Effort,
  compared: { world: World; baselineUrl: string },
): Promise<Load> {
  const prepared = new Map<World, () => Shot>()
  for (const world of worlds) prepared.set(world, await one.prepare(world))
  const load: Load = { samples: new Map(worlds.map(({ size }) => [size, []])), shares: [] }
  const shoot = async (world: World, time: number) =>
    fire(world.server.url, world.as[one.as], time, prepared.get(world) as () => Shot)
  for (const world of worlds) await shoot(world, seconds) // plans are made and caches filled
  for (let round = 0; round < rounds; round += 1) {
    for (const world of worlds) {
      const sample = await shoot(world, seconds)
      load.samples.get(world.size)?.push(sample)
      if (world !== compared.world || !one.baseline) continue
      const bare = await fire(compared.baselineUrl, {}, seconds, one.baseline(world))
      load.shares.push(sample.perSecond / bare.perSecond)
    }
  }
  return load
}

/** The middle of the rounds. */
export const middle = (load: Load, size: number, of: keyof Sample): number =>
  median((load.samples.get(size) ?? []).map((sample) => sample[of]))

/** The p95 of the large company over that of the small one, the middle of the rounds. */
export const growth = (load: Load, small: number, large: number): number => {
  const [few, many] = [load.samples.get(small) ?? [], load.samples.get(large) ?? []]
  return median(many.map((sample, round) => sample.p95 / (few[round]?.p95 ?? Number.NaN)))
}

export type Loads = Partial<Record<LoadName, Load>>

/** The middle of twenty answers, asked one after the other, in ms. */
export async function measureFigure(world: World, path: string): Promise<number> {
  const times: number[] = []
  for (let ask = 0; ask < 20; ask += 1) {
    const begin = performance.now()
    await askOnce(world, { path })
    times.push(performance.now() - begin)
  }
  return median(times)
}

/** Asks once, outside of any load. Throws unless it succeeds. */
export async function askOnce({ server, as }: World, { path }: Shot): Promise<void> {
  const reply = await fetch(`${server.url}${path}`, { headers: as.all })
  const text = await reply.text()
  if (reply.status !== 200) throw new Error(`${path} answered ${reply.status}: ${text.slice(0, 300)}`)
}
