/** The records somebody was at last, for the palette before anything is typed. Kept as long as the tab, for this person alone. */
import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { keepDraft, readDraft } from '../../lib/drafts.ts'

export type Visit = { to: string; name: string }

// Drafts go with the tab and with who is signed in, and so must these names.
const KEY = 'visits'
const KEPT = 9

const isVisit = (one: unknown): one is Visit =>
  typeof one === 'object' && one !== null && 'to' in one && 'name' in one && typeof one.name === 'string'

/** Newest first. */
export function visits(): Visit[] {
  const kept = readDraft(KEY)?.visits
  return Array.isArray(kept) ? kept.filter(isVisit) : []
}

/** Remembers that the record at this address was looked at, and returns it. */
export function useVisit<R extends { name: string }>(record: R): R {
  const { pathname } = useLocation()
  const { name } = record
  useEffect(() => {
    const others = visits().filter(({ to }) => to !== pathname)
    keepDraft(KEY, { visits: [{ to: pathname, name }, ...others].slice(0, KEPT) })
  }, [pathname, name])
  return record
}
