/*
 * One start at a time per home folder. The lock dies with its holder: it names a process, and the holder touches it,
 * so neither a killed start nor a reused process number keeps the next one out.
 */
import { linkSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { readIfThere } from './port.ts'

const TOUCH_EVERY = 2_000
const ABANDONED_AFTER = 15_000
const POLL_EVERY = 50

const held = new Set<string>() // by this very process, whose number alone would look like a reused one

/** Waits for the lock and returns its release. */
export async function takeLock(file: string): Promise<() => void> {
  while (!tryLock(file)) await wait(POLL_EVERY)
  held.add(file)
  const isOurs = () => readIfThere(file) === String(process.pid)
  const touch = () => isOurs() && utimesSync(file, new Date(), new Date())
  const touching = setInterval(touch, TOUCH_EVERY).unref()
  return () => {
    clearInterval(touching)
    held.delete(file)
    if (isOurs()) rmSync(file, { force: true })
  }
}

function tryLock(file: string): boolean {
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, String(process.pid))
  try {
    linkSync(mine, file) // appears whole, or fails because somebody was first
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    breakAbandoned(file, mine)
    return false
  } finally {
    rmSync(mine, { force: true })
  }
}

/** Removes the lock of a dead holder; `breaker` keeps two waiters from breaking each other's fresh lock. */
function breakAbandoned(file: string, mine: string): void {
  if (!isAbandoned(file)) return
  const breaker = `${file}.break`
  try {
    linkSync(mine, breaker)
  } catch {
    if (isAbandoned(breaker)) rmSync(breaker, { force: true })
    return
  }
  if (isAbandoned(file)) rmSync(file, { force: true })
  rmSync(breaker, { force: true })
}

function isAbandoned(file: string): boolean {
  const holder = Number(readIfThere(file))
  const touched = statSync(file, { throwIfNoEntry: false })?.mtimeMs
  if (!holder || !touched || held.has(file)) return false // released meanwhile, or in use by ourselves
  return holder === process.pid || !isAlive(holder) || Date.now() - touched > ABANDONED_AFTER
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
