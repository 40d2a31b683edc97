/**
 * One key per intent, so that the server does it once: what is sent again word for word because no answer came goes under
 * the key it was first sent with. Kept in the tab, because a draft outlives a reload as well; what is answered is let go,
 * so that the same words mean another act from then on.
 */
import { keepDraft, readDraft } from './drafts.ts'
import type { Problem } from './problem.ts'
import { randomId } from './random-id.ts'

/** What a request says, as a number of 53 bits (cyrb53): drafts may be long, and two alike are refused by the server. */
const fingerprintOf = (content: string): string => {
  let [high, low] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < content.length; at += 1) {
    const code = content.charCodeAt(at)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36)
}

/** Names the store among the drafts, with which it is thrown away when somebody else signs in. */
const UNANSWERED = 'unanswered'
// Far more than anybody has under way; the oldest go first.
const MOST = 30

type Keys = Record<string, string>

const read = (): Keys => (readDraft(UNANSWERED) ?? {}) as Keys

const write = (keys: [string, string][]) => void keepDraft(UNANSWERED, Object.fromEntries(keys.slice(-MOST)))

/** The key under which this goes, and `done`, by which it is let go. */
export type Intent = { key: string; done: () => void }

/** For what brings its own name, or holds a password and is to leave no trace. */
export const freshIntent = (key: string = randomId()): Intent => ({ key, done: () => undefined })

export function intentOf(content: string): Intent {
  const name = fingerprintOf(content)
  const known = read()
  const key = known[name] ?? randomId()
  if (!known[name]) write([...Object.entries(known), [name, key]])
  return { key, done: () => write(Object.entries(read()).filter(([other]) => other !== name)) }
}

/** Whether a refusal leaves open if the thing was done: nothing came, the server fell, or it did not get as far as the key. */
export const leavesOpen = ({ status, code }: Problem): boolean =>
  status === 0 || status >= 500 || status === 401 || status === 429 || code === 'idempotency.running'
