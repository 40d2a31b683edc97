/** Finding a record by what a file calls it: by id, else by a key, else by its name; never by something alike. */
import type { Label } from '../../field/kinds.ts'
import { foldName } from '../../fold-name.ts'
import { plainName } from './header-names.ts'

/** What a text may have meant; a name that exists in both languages is told in that of whoever reads it. */
export type Proposal = { id: string; label: Label | string }

export type Candidate = Proposal & {
  /** What identifies it: number, code, e-mail, the id another system gave it. */
  keys: readonly string[]
  names: readonly string[]
  /** The pipeline of a stage, the dictionary of an item: only there it is called so. */
  scope?: string | null
}

export type ReferenceIndex = (text: string, scope?: string | null) => readonly Candidate[]

/** One candidate: found. None: missing. Several: ambiguous. */
export const indexReferences = (candidates: readonly Candidate[]): ReferenceIndex => {
  const [ids, keys, names] = [
    new Map<string, Candidate[]>(),
    new Map<string, Candidate[]>(),
    new Map<string, Candidate[]>(),
  ]
  for (const candidate of candidates) {
    add(ids, candidate.id, candidate)
    for (const key of candidate.keys) add(keys, foldName(key), candidate)
    for (const name of candidate.names) add(names, foldName(name), candidate)
  }
  const find = (text: string, scope: string | null | undefined): readonly Candidate[] => {
    const folded = foldName(text)
    const within = (found: Candidate[] | undefined) =>
      (found ?? []).filter((one) => one.scope === undefined || one.scope === null || one.scope === scope)
    const [byId, byKey] = [within(ids.get(folded)), within(keys.get(folded))]
    return byId.length > 0 ? byId : byKey.length > 0 ? byKey : within(names.get(folded))
  }
  const known = new Map<string, readonly Candidate[]>()
  return (text, scope) => {
    const asked = `${scope ?? ''}\0${text}`
    const found = known.get(asked) ?? find(text, scope)
    known.set(asked, found)
    return found
  }
}

const add = (map: Map<string, Candidate[]>, key: string, candidate: Candidate) => {
  if (key === '') return
  const known = map.get(key)
  if (!known) map.set(key, [candidate])
  else if (!known.some(({ id }) => id === candidate.id)) known.push(candidate)
}

const ENOUGH = 0.5
const SHOWN = 3

/** What a text that was not found may have meant, the likeliest first; for a person to choose, never taken by itself. */
export const proposalsFor = (text: string, candidates: readonly Candidate[]): Proposal[] =>
  candidates
    .map(({ id, label, names }) => ({ id, label, score: Math.max(0, ...names.map((name) => alike(name, text))) }))
    .filter(({ score }) => score >= ENOUGH)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, SHOWN)
    .map(({ id, label }) => ({ id, label }))

// Dice's coefficient over pairs of characters.
const alike = (a: string, b: string): number => {
  const [x, y] = [plainName(a), plainName(b)]
  if (x === y) return x === '' ? 0 : 1
  if (x.length < 2 || y.length < 2) return x !== '' && y !== '' && (x.includes(y) || y.includes(x)) ? ENOUGH : 0
  const [of, inOther] = [pairs(x), pairs(y)]
  const common = of.filter((pair) => inOther.includes(pair)).length
  return (2 * common) / (of.length + inOther.length)
}

const pairs = (text: string) => Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2))
