/**
 * The process beside a server (or a worker) in which heavy jobs are done, so that their memory is not that of the one that
 * answers people. It is started by the first such job, stays for the next ones and goes when none has come for a while, or
 * with whoever started it, however that ends. A job whose process dies has failed, and the queue runs it again.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { getCompileCacheDir } from 'node:module'
import path from 'node:path'
import type { Config } from '../config.ts'
import type { Log } from '../ctx.ts'
import type { JobData } from './worker.ts'

/** The first message says where it works, each further one is a job, or that it shall end. */
export type Place = { config: Config; url: string }
export type Order = { id: number; queue: string; data: JobData } | 'end'
/** `error` is why the job failed. */
export type Answer = { id: number; error?: string }

export type Apart = {
  /** Resolves when the job is done. Errors: what the job failed with, or that its process died. */
  run: (queue: string, data: JobData) => Promise<void>
  /** The number of the process; undefined while there is none. */
  pid: () => number | undefined
  /** Ends it with the transaction it is in, and starts none any more. */
  end: () => Promise<void>
}

const ENTRY = path.join(import.meta.dirname, '../apart.ts')
const IDLE = 180_000 // from a dry run to the run a person looks at what it found
const GRACE = 5_000
// Few collections of young objects: a batch is made of them, and all are dead at its end.
const HEAP = ['--min-semi-space-size=16', '--max-semi-space-size=32']

/** Nothing runs before the first job. `idle` is in ms. */
export const createApart = (place: Place, log: Log, idle = IDLE): Apart => {
  let running: Running | null = null
  let hasEnded = false
  const take = (): Running => {
    if (hasEnded) throw new Error('the server is ending')
    running ??= begin(place, log, idle, (gone) => {
      if (running === gone) running = null
    })
    return running
  }
  return {
    run: async (queue, data) => take().run(queue, data),
    pid: () => running?.child.pid,
    end: async () => {
      hasEnded = true
      await running?.end()
    },
  }
}

type Running = Pick<Apart, 'run' | 'end'> & { child: ChildProcess }

const begin = (place: Place, log: Log, idle: number, onGone: (gone: Running) => void): Running => {
  const child = spawn()
  let timer: NodeJS.Timeout | undefined
  const leave = () => {
    onGone(running)
    if (child.connected) child.send('end' satisfies Order)
  }
  const jobs = keepJobs(() => (timer = setTimeout(leave, idle).unref()))
  const lose = () => {
    clearTimeout(timer)
    onGone(running)
    const count = jobs.lose()
    if (count > 0) log.warn({ count }, 'the process of heavy jobs ended at work')
  }
  const running: Running = {
    child,
    run: (queue, data) => {
      clearTimeout(timer)
      return jobs.add((id) => child.send({ id, queue, data } satisfies Order))
    },
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      leave()
      const late = setTimeout(() => child.kill('SIGKILL'), GRACE)
      await once(child, 'exit')
      clearTimeout(late)
    },
  }
  // A message that cannot be sent is followed by the end of the process, of which its job hears.
  child
    .on('message', jobs.settle)
    .on('exit', lose)
    .on('error', (err) => log.error({ err }, 'the process of heavy jobs'))
  child.send(place)
  return running
}

/** The jobs that were told and not answered yet; calls back when there is none any more. */
const keepJobs = (onNone: () => void) => {
  const pending = new Map<number, { resolve: () => void; reject: (error: Error) => void }>()
  let last = 0
  return {
    add: (tell: (id: number) => void) =>
      new Promise<void>((resolve, reject) => {
        pending.set(++last, { resolve, reject })
        tell(last)
      }),
    settle: ({ id, error }: Answer) => {
      const job = pending.get(id)
      pending.delete(id)
      if (error === undefined) job?.resolve()
      else job?.reject(new Error(error))
      if (pending.size === 0) onNone()
    },
    /** Fails them all; how many they were. */
    lose: (): number => {
      const lost = [...pending.values()]
      pending.clear()
      for (const { reject } of lost) reject(new Error('the process of heavy jobs ended'))
      return lost.length
    },
  }
}

const spawn = (): ChildProcess => {
  const compiled = getCompileCacheDir()
  return fork(ENTRY, compiled ? [path.dirname(compiled)] : [], {
    execArgv: HEAP, // and none of ours, which may be a script to run
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}
