/** Recognising those who come twice in one list, such as a file, while it is being read. */
import { keysOf, type Identity } from './identity.ts'
import { compareIdentities, type Verdict } from './score.ts'

export type Earlier = { id: number; verdict: Verdict }
export type Within = {
  /** Those added before that are likely or certainly the same, surest first. */
  find: (identity: Identity) => Earlier[]
  add: (id: number, identity: Identity) => void
}

// What a long list remembers, and how many are compared of those that have one value in common: the last ones.
const MOST = 50_000
const PER_KEY = 20

export const recogniser = (most = MOST): Within => {
  const known = new Map<number, Identity>()
  const byKey = new Map<string, number[]>()
  const forget = ([id, identity]: [number, Identity]) => {
    known.delete(id)
    for (const key of handlesOf(identity)) {
      const left = (byKey.get(key) ?? []).filter((one) => one !== id)
      if (left.length > 0) byKey.set(key, left)
      else byKey.delete(key)
    }
  }
  return {
    find: (identity) =>
      [...new Set(handlesOf(identity).flatMap((key) => byKey.get(key) ?? []))]
        .flatMap((id): Earlier[] => {
          const other = known.get(id)
          const verdict = other && compareIdentities(identity, other)
          return verdict?.level ? [{ id, verdict }] : []
        })
        .toSorted((a, b) => b.verdict.score - a.verdict.score || a.id - b.id),
    add: (id, identity) => {
      known.set(id, identity)
      for (const key of handlesOf(identity)) byKey.set(key, [...(byKey.get(key) ?? []), id].slice(-PER_KEY))
      const [oldest] = known
      if (oldest && known.size > most) forget(oldest)
    },
  }
}

const handlesOf = (identity: Identity): string[] => keysOf(identity).map(({ kind, value }) => `${kind} ${value}`)
