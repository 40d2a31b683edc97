/** What follows from what, for contacts: pure decisions. */
import type { ContactLinkIn } from './contacts.ts'

/** A place as it is stored. */
export type StoredLink = { id: string; customerId: string; active: boolean }

export type LinkPlan = {
  create: ContactLinkIn[]
  update: (ContactLinkIn & { id: string })[]
  remove: StoredLink[]
}
type Fault = { path: string; code: string }

/**
 * From the places that are (those the actor sees) to the places that were sent. An unknown id, a customer that would have
 * two active places, or two primaries at one customer are faults.
 */
export const planLinks = (
  stored: readonly StoredLink[],
  sent: readonly ContactLinkIn[],
): { ok: true; plan: LinkPlan } | { ok: false; faults: Fault[] } => {
  const known = new Map(stored.map((link) => [link.id, link]))
  const faults = sent.flatMap((link, index): Fault[] => {
    if (link.id !== undefined && known.get(link.id)?.customerId !== link.customerId)
      return [{ path: `customers.${index}.id`, code: 'reference.invalid' }]
    const twice =
      isActive(link) && sent.findIndex((other) => isActive(other) && other.customerId === link.customerId) < index
    return twice ? [{ path: `customers.${index}.customerId`, code: 'list.doubled' }] : []
  })
  if (faults.length > 0) return { ok: false, faults }
  const kept = new Set(sent.map((link) => link.id))
  return {
    ok: true,
    plan: {
      create: sent.filter((link) => link.id === undefined),
      update: sent.filter((link): link is ContactLinkIn & { id: string } => link.id !== undefined),
      remove: stored.filter((link) => !kept.has(link.id)),
    },
  }
}

const isActive = (link: ContactLinkIn) => link.active !== false

/** Whether a contact would report to itself; `chain` is the new superior and all above. */
export const reportsInCircle = (id: string, chain: readonly string[]): boolean => chain.includes(id)
