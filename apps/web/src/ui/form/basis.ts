/** What a form of a record is based on, and what becomes of a change when somebody else has saved that record meanwhile. */
import { isProblem } from '../../lib/problem.ts'
import { changedIn, same, type Values } from './values.ts'

/** A record as a form holds it, and the version that was. */
export type Basis = { version: number; values: Values }

/** What two have changed, each to something else: only a person can say whose is kept. */
export type Conflict = { theirs: Basis; fields: string[] }

/** The fields I changed that somebody else has changed too. */
export const overlapping = (mine: Values, begun: Values, theirs: Values): string[] =>
  Object.keys(changedIn(mine, begun)).filter(
    (name) => !same(theirs[name], begun[name]) && !same(theirs[name], mine[name]),
  )

/** Theirs, with what I changed on top of it. */
export const merged = (mine: Values, begun: Values, theirs: Values): Values => {
  const own = Object.keys(changedIn(mine, begun)).map((name) => [name, mine[name]] as const)
  return { ...theirs, ...Object.fromEntries(own) }
}

/** What the form holds once a conflict is decided: mine on top of theirs, but theirs in the fields given. */
export function settled(mine: Values, begun: Values, theirs: Values, yielded: string[]): Values {
  const given = yielded.map((name) => [name, theirs[name]] as const)
  return { ...merged(mine, begun, theirs), ...Object.fromEntries(given) }
}

type Saving = {
  begun: Basis
  mine: Values
  /** Reads the record again, as the form holds it; undefined where the form makes something new, which nobody else can have changed. */
  reread: (() => Promise<Basis>) | undefined
  send: (mine: Values, begun: Basis) => Promise<unknown>
}
export type Saved = { begun: Basis; mine: Values; answer: unknown; conflict: null } | { conflict: Conflict }

const TRIES = 3

/**
 * Sends a change with the version it was begun with. Refused as stale, it is put on top of the newer state and sent
 * again, unless both have changed the same: then nothing is sent and the conflict is the answer. Other refusals are thrown.
 */
export async function saveOnto({ begun, mine, reread, send }: Saving, tries = TRIES): Promise<Saved> {
  try {
    return { begun, mine, answer: await send(mine, begun), conflict: null }
  } catch (error) {
    if (!reread || !isProblem(error, 'version.stale') || tries === 1) throw error
    const theirs = await reread()
    const fields = overlapping(mine, begun.values, theirs.values)
    if (fields.length > 0) return { conflict: { theirs, fields } }
    return saveOnto({ begun: theirs, mine: merged(mine, begun.values, theirs.values), reread, send }, tries - 1)
  }
}
