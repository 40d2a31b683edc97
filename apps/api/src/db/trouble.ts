/*
 * Tells trouble of the database from a fault of the query, so that the first becomes a 503 or 507 and never a 500.
 * Errors arrive from pg, from the pool, and from Prisma, which wraps some and lets others through.
 */
import { DatabaseAway } from './circuit.ts'
import { layersOf, sqlStateOf } from './sql-state.ts'

/** `away`: not reachable · `busy`: try again shortly · `diskFull`: nothing can be written. */
export type Trouble = 'away' | 'busy' | 'diskFull'

const AWAY_MESSAGES =
  /^(Connection terminated|Client was closed|Client has encountered a connection error|Query read timeout)/
const BUSY_MESSAGES = /^timeout exceeded when trying to connect/
// What Prisma's driver says of a broken socket, without a code; a raw query carries nothing else.
const AWAY_KINDS = /^(ConnectionClosed|DatabaseNotReachable|SocketTimeout|TlsConnectionError)$/
const BY_CODE: [RegExp, Trouble][] = [
  [/^(57P0[1-5]|08...|25P03|P1001|P1002|P1008|P1017)$/, 'away'],
  [/^(ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|ENETUNREACH)$/, 'away'],
  [/^(57014|55P03|40001|40P01|P2024|P2028|P2034)$/, 'busy'],
  [/^53100$/, 'diskFull'],
  [/^53...$/, 'busy'],
]

/** Undefined when the database is well. */
export function findTrouble(error: unknown): Trouble | undefined {
  const bySqlState = judgeCode(sqlStateOf(error))
  if (bySqlState) return bySqlState
  for (const layer of layersOf(error)) {
    const trouble = judge(layer)
    if (trouble) return trouble
  }
  return undefined
}

function judge(layer: Record<string, unknown>): Trouble | undefined {
  const { message, code, kind } = layer
  if (layer instanceof DatabaseAway || matches(AWAY_MESSAGES, message) || matches(AWAY_KINDS, kind)) return 'away'
  if (matches(BUSY_MESSAGES, message)) return 'busy'
  return judgeCode(typeof code === 'string' ? code : null)
}

const matches = (pattern: RegExp, value: unknown) => typeof value === 'string' && pattern.test(value)
const judgeCode = (code: string | null) => BY_CODE.find(([pattern]) => code !== null && pattern.test(code))?.[1]
