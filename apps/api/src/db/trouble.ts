/*
 * Tells trouble of the database from a fault of the query, so that the first becomes a 503 or 507 and never a 500.
 * Errors arrive from pg, from the pool, and from Prisma, which wraps some and lets others through.
 */
import { DatabaseAway } from './circuit.ts'

/** `away`: not reachable · `busy`: try again shortly · `diskFull`: nothing can be written. */
export type Trouble = 'away' | 'busy' | 'diskFull'

const AWAY_MESSAGES =
  /^(Connection terminated|Client was closed|Client has encountered a connection error|Query read timeout)/
const BUSY_MESSAGES = /^timeout exceeded when trying to connect/
const BY_CODE: [RegExp, Trouble][] = [
  [/^(57P0[1-5]|08...|25P03|P1001|P1002|P1008|P1017)$/, 'away'],
  [/^(ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|ENETUNREACH)$/, 'away'],
  [/^(57014|55P03|40001|40P01|P2024|P2028|P2034)$/, 'busy'],
  [/^53100$/, 'diskFull'],
  [/^53...$/, 'busy'],
]

/** Undefined when the database is well. */
export function findTrouble(error: unknown): Trouble | undefined {
  if (error instanceof DatabaseAway) return 'away'
  const codes = [readSqlState(error), readCode(error)]
  for (const [pattern, trouble] of BY_CODE) if (codes.some((code) => code && pattern.test(code))) return trouble
  if (!(error instanceof Error)) return undefined
  if (AWAY_MESSAGES.test(error.message)) return 'away'
  return BUSY_MESSAGES.test(error.message) ? 'busy' : findTrouble(error.cause)
}

type Wrapped = {
  meta?: { driverAdapterError?: { cause?: { originalCode?: string } } }
  cause?: { originalCode?: string }
}

/** PostgreSQL's five-character code, from pg's error or from one of Prisma's. */
export function readSqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const { meta, cause } = error as Wrapped
  const code = meta?.driverAdapterError?.cause?.originalCode ?? cause?.originalCode ?? readCode(error)
  return code && /^[0-9A-Z]{5}$/.test(code) && !/^P[12]\d{3}$/.test(code) ? code : undefined
}

function readCode(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}
