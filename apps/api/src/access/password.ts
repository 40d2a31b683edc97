/** Passwords: argon2id with its parameters in the stored text, at most two at a time so that sign-ins cannot starve the rest. */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { refuse } from '../http/problems.ts'
import { queueOf } from './queue.ts'

const derive = promisify(argon2)
const current = { memory: 19_456, passes: 2, parallelism: 1 }
const LENGTH = 32
const AT_ONCE = 2

const QUEUE = 100

// Beyond the queue it is better to be told at once than to wait for a timeout.
const queued = queueOf(AT_ONCE, QUEUE, () => refuse('service.unavailable'))

type Parameters = typeof current

const hash = (password: string, nonce: Buffer, { memory, passes, parallelism }: Parameters): Promise<Buffer> =>
  queued(() =>
    derive('argon2id', {
      message: Buffer.from(password.normalize('NFC')),
      nonce,
      parallelism,
      tagLength: LENGTH,
      memory,
      passes,
    }),
  )

/** The text to store: `$argon2id$v=19$m=…,t=…,p=…$nonce$hash`. */
export const hashPassword = async (password: string): Promise<string> => {
  const nonce = randomBytes(16)
  const { memory, passes, parallelism } = current
  const made = await hash(password, nonce, current)
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${nonce.toString('base64url')}$${made.toString('base64url')}`
}

// Checked when the account does not exist, so that both cases take the same time.
const dummy = `$argon2id$v=19$m=${current.memory},t=${current.passes},p=${current.parallelism}$${Buffer.alloc(16).toString('base64url')}$${Buffer.alloc(LENGTH).toString('base64url')}`
const stored = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/

/** Whether the password fits, and whether its stored form is of weaker parameters than today's. */
export const checkPassword = async (
  password: string,
  text: string | null,
): Promise<{ fits: boolean; outdated: boolean }> => {
  const match = stored.exec(text ?? dummy)
  if (!match) return { fits: false, outdated: false }
  const [, memory, passes, parallelism, nonce = '', wanted = ''] = match
  const parameters = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  const made = await hash(password, Buffer.from(nonce, 'base64url'), parameters)
  const fits = text !== null && timingSafeEqual(made, Buffer.from(wanted, 'base64url'))
  return { fits, outdated: parameters.memory < current.memory || parameters.passes < current.passes }
}
