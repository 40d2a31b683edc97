/**
 * Five seconds of work between two signs of life, and no more. It is the work of this process that is counted, not the
 * clock: on a machine busy with other things, or stopped for a while, a harmless file takes longer and is not to blame.
 */

const PATIENCE = 5_000
/** How often five seconds of the clock may pass without as much work: whoever only waits must end as well. */
const LOOKS = 12

/** What this process has worked since it began, in ms. */
const worked = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

export type WorkWatch = { alive: () => void; end: () => void }

/** Begins with the first sign of life. */
export const watchWork = (giveUp: () => void, work = worked): WorkWatch => {
  let timer: NodeJS.Timeout | undefined
  const end = () => clearTimeout(timer)
  const alive = () => {
    end()
    const begin = work()
    const look = (left: number) => {
      const rest = PATIENCE - (work() - begin)
      if (rest <= 0 || left === 0) return giveUp()
      timer = setTimeout(look, rest, left - 1)
    }
    timer = setTimeout(look, PATIENCE, LOOKS - 1)
  }
  return { alive, end }
}
