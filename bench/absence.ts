/** Whether the time of an answer tells that a record exists which the caller may not see: pairs of such and of made-up ids. */
import { randomUUID } from 'node:crypto'
import { median } from './fire.ts'
import { dealPath } from './queries.ts'
import type { World } from './world.ts'

const PAIRS = 300

/** Middle time of an answer about a deal out of a rep's reach over that about none at all; 1 tells nothing. */
export async function measureAbsence({ server, as, dealIds }: World): Promise<number> {
  const ask = async (id: string): Promise<{ status: number; ms: number }> => {
    const begin = performance.now()
    const reply = await fetch(`${server.url}${dealPath(id)}`, { headers: as.own })
    await reply.text()
    return { status: reply.status, ms: performance.now() - begin }
  }
  const times: { hidden: number[]; absent: number[] } = { hidden: [], absent: [] }
  for (const id of dealIds) {
    if (times.hidden.length === PAIRS) break
    const first = await ask(id) // also reads it into memory, as whoever probes again and again would
    if (first.status !== 404) continue
    // In turn the one and the other first, so that neither always follows the other.
    const isHiddenFirst = times.hidden.length % 2 === 0
    const [one, two] = isHiddenFirst ? [id, randomUUID()] : [randomUUID(), id]
    const [a, b] = [await ask(one), await ask(two)]
    times.hidden.push((isHiddenFirst ? a : b).ms)
    times.absent.push((isHiddenFirst ? b : a).ms)
  }
  return median(times.hidden) / median(times.absent)
}
