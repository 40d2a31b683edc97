/**
 * How surely two descriptions are of one company or person. Evidence adds up as in the linkage of records by Fellegi and Sunter
 * ("A Theory for Record Linkage", JASA 64, 1969): each agreement counts by how rarely strangers agree in it, a disagreement
 * counts against, two thresholds part certain, likely and neither. The points are those of PRODUCT S13, set by hand and in
 * hundredths, so that a person can follow the sum; names are alike from a Jaro–Winkler similarity of 0.92.
 */
import { compareAddresses, comparePlaces } from './address.ts'
import { compareBirthDates } from './birth-date.ts'
import type { Point } from './contact-points.ts'
import type { Identity } from './identity.ts'
import { jaroWinkler } from './jaro-winkler.ts'
import { isSimilarPersonName, sharesWord, SIMILAR_NAME } from './person-name.ts'
import { reasonPoints, type Reason } from './reasons.ts'

export const CERTAIN = 90
export const LIKELY = 70
const MOST = 100

export type Level = 'certain' | 'likely'
export type Verdict = { score: number; level: Level | null; reasons: Reason[] }

/** What agrees, strongest first; `level` null when it is not enough to mention. */
export const compareIdentities = (a: Identity, b: Identity): Verdict => {
  if (a.kind !== b.kind) return { score: 0, level: null, reasons: [] }
  const name = a.kind === 'company' ? companyName(a, b) : personName(a, b)
  const reasons = [...name, ...besideName(a, b, name.length > 0), ...identifiers(a, b)]
  const sum = reasons.reduce((total, reason) => total + reasonPoints[reason], 0)
  const score = Math.max(0, Math.min(sum, mostFor(reasons)))
  const level = score >= CERTAIN ? 'certain' : score >= LIKELY ? 'likely' : null
  return { score, level, reasons: reasons.toSorted((x, y) => reasonPoints[y] - reasonPoints[x]) }
}

const personal: readonly Reason[] = ['taxNo', 'phone', 'email', 'wechat']
const named: readonly Reason[] = ['companyName', 'similarCompanyName', 'personName', 'similarPersonName']

// A family shares its landline, mailbox and address, so that without a name or a number of one's own nothing is certain; nor is it
// by a name and what many who bear it have in common.
const mostFor = (reasons: readonly Reason[]): number => {
  const isOwn = reasons.some((reason) => personal.includes(reason))
  return isOwn || reasons.some((reason) => named.includes(reason)) ? MOST : CERTAIN - 1
}

const meet = (a: readonly string[], b: readonly string[]) => a.some((value) => b.includes(value))

const companyName = (a: Identity, b: Identity): Reason[] => {
  if (meet(a.names, b.names)) return ['companyName']
  const isSimilar = a.names.some((left) => b.names.some((right) => jaroWinkler(left, right) >= SIMILAR_NAME))
  return isSimilar ? ['similarCompanyName'] : []
}

const personName = (a: Identity, b: Identity): Reason[] => {
  if (meet(a.names, b.names)) return ['personName']
  const some = (holds: (left: string, right: string) => boolean) =>
    a.names.some((left) => b.names.some((right) => holds(left, right)))
  if (some(isSimilarPersonName)) return ['similarPersonName']
  return some(sharesWord) ? ['partOfName'] : []
}

// Town, domain and employer tell only together with a name: colleagues have them in common as well.
const besideName = (a: Identity, b: Identity, isNamed: boolean): Reason[] => {
  if (!isNamed) return []
  const isCompany = a.kind === 'company'
  return [
    ...reasonIf('city', sameCity(a, b)),
    ...reasonIf('domain', isCompany && meet(a.domains, b.domains)),
    ...reasonIf('company', !isCompany && meet(a.customerIds, b.customerIds)),
  ]
}

const reasonIf = (reason: Reason, holds: boolean): Reason[] => (holds ? [reason] : [])

const sameCity = (a: Identity, b: Identity) => comparePlaces(a.city, b.city) === 'same'

const identifiers = (a: Identity, b: Identity): Reason[] => [
  ...taxNumbers(a.taxNos, b.taxNos),
  ...points(a.phones, b.phones, 'phone', 'sharedPhone'),
  ...points(a.emails, b.emails, 'email', 'sharedEmail'),
  ...reasonIf('wechat', meet(a.wechats, b.wechats)),
  ...birthDates(a.birthDate, b.birthDate),
  ...addresses(a, b),
]

const taxNumbers = (a: readonly string[], b: readonly string[]): Reason[] => {
  if (a.length === 0 || b.length === 0) return []
  return meet(a, b) ? ['taxNo'] : ['otherTaxNo']
}

// Several common numbers count once, by the most telling of them.
const points = (a: readonly Point[], b: readonly Point[], own: Reason, shared: Reason): Reason[] => {
  const common = a.filter(({ value }) => b.some((other) => other.value === value))
  if (common.length === 0) return []
  return common.some((point) => !point.shared) ? [own] : [shared]
}

const birthDates = (a: string | null, b: string | null): Reason[] => {
  const found = a !== null && b !== null ? compareBirthDates(a, b) : null
  return found === null ? [] : [found === 'equal' ? 'birthDate' : 'similarBirthDate']
}

const addresses = (a: Identity, b: Identity): Reason[] => {
  const found = new Set(a.places.flatMap((left) => b.places.map((right) => compareAddresses(left, right))))
  return found.has('equal') ? ['address'] : found.has('similar') ? ['similarAddress'] : []
}
