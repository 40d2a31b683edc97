/*
 * The log of the server, one JSON object a line, in RAPPORT_HOME/logs. What may be written is a list: a name that
 * is not on it does not get into the file, so that no one's name, mail or password does by accident.
 */
import { renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { type DestinationStream, destination, type Logger, pino } from 'pino'
import { describeError } from './log-error.ts'

const ALLOWED = new Set(
  ['reqId', 'method', 'route', 'status', 'ms', 'err', 'code', 'event', 'queue', 'jobId', 'attempt'].concat([
    'count',
    'port',
    'url',
    'version',
    'name',
    'migrations',
    'trouble',
    'actorId',
    'recordId',
    'seconds',
    'step',
  ]),
)
const LIMIT = 50_000_000
const CHECK_EVERY = 60_000
// Lines are written some at a time, at the latest after half a second, and all of them when the process ends.
const GATHER = { minLength: 4096, periodicFlush: 500 }

/** A logger whose lines hold only what the list allows. */
export function createLogger(target: DestinationStream): Logger {
  const pick = (entry: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(entry).filter(([name]) => ALLOWED.has(name)))
  return pino(
    {
      base: null,
      formatters: { log: pick },
      serializers: { err: describeError },
      hooks: {
        // Without a text pino takes the error's message, and `%s` takes whatever comes: neither gets that far.
        logMethod([first, text], method) {
          if (typeof first === 'object') method.call(this, first, text ?? 'error')
          else method.call(this, first)
        },
      },
    },
    target,
  )
}

/** The log file, which turns over once at 50 MB so that it cannot fill the disk. */
export function openLogFile(home: string): DestinationStream {
  const file = path.join(home, 'logs', 'rapport.log')
  const target = destination({ dest: file, mkdir: true, append: true, sync: false, mode: 0o600, ...GATHER })
  const turnOver = () => {
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) < LIMIT) return
    renameSync(file, `${file}.1`)
    target.reopen()
  }
  setInterval(turnOver, CHECK_EVERY).unref()
  return target
}
