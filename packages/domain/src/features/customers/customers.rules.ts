/** What follows from what, for customers: pure decisions. */
import { may, type Actor } from '../../access/actor.ts'
import type { ErrorCode } from '../../errors.ts'

const profiles = {
  company: ['shortName', 'industryId', 'sizeBand', 'taxNo', 'region', 'city', 'phones', 'website', 'addresses'],
  person: ['phones', 'emails', 'wechat', 'birthDate', 'gender', 'occupationId', 'region', 'city'],
} as const

/** The fields that make a customer's profile complete. */
export const profileOf = (kind: 'company' | 'person'): readonly string[] => profiles[kind]

const isFilled = (value: unknown) =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)

/** Profile fields the reader may see that are still empty, in the order of the profile. */
const missingProfile = (customer: { kind: 'company' | 'person' } & object): string[] => {
  const values = customer as Record<string, unknown>
  return profileOf(customer.kind).filter((name) => name in values && !isFilled(values[name]))
}

export type Profile = { wanted: string[]; missing: string[]; percent: number }

/** How far the profile is known, in whole per cent of the fields the reader may see; each counts the same. */
export const profileState = (customer: { kind: 'company' | 'person' } & object): Profile => {
  const wanted = profileOf(customer.kind).filter((name) => name in customer)
  const missing = missingProfile(customer)
  const share = wanted.length === 0 ? 1 : (wanted.length - missing.length) / wanted.length
  return { wanted, missing, percent: Math.round(share * 100) }
}

const FREELY_HOURS = 24

type SourceChange = { actor: Actor; createdById: string | null; createdAt: Date; now: Date; reason: string | undefined }

/**
 * The first source is a fact: its creator may correct it for 24 hours, afterwards the right `source.correct` and a reason
 * are needed.
 */
export const decideSourceChange = ({
  actor,
  createdById,
  createdAt,
  now,
  reason,
}: SourceChange): { ok: true; value: true } | { ok: false; code: ErrorCode } => {
  const fresh = now.getTime() - createdAt.getTime() <= FREELY_HOURS * 3_600_000
  if (fresh && createdById !== null && createdById === actor.userId) return { ok: true, value: true }
  if (!may(actor, 'source.correct')) return { ok: false, code: 'access.denied' }
  return reason ? { ok: true, value: true } : { ok: false, code: 'reason.required' }
}

/** Whether a record would become its own ancestor; `ancestors` are those of the new parent, itself included. */
export const makesCycle = (id: string, ancestors: readonly string[]): boolean => ancestors.includes(id)
