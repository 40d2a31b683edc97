/** Which rows stand for records there already are. */
import type { ImportPlan } from '@rapport/domain/features/imports/plan.ts'
import type { ParsedRow } from '@rapport/domain/features/imports/parse-row.ts'
import { RECORD_ID } from '@rapport/domain/features/imports/targets/record-id.ts'
import { foldName } from '@rapport/domain/fold-name.ts'
import type { Tx } from '../../../ctx.ts'
import { readPhones } from '../../../values/phones.ts'
import type { Importer, Match } from './importer.ts'
import { matchIds } from './match-ids.queries.ts'

/** What a row has under a key, as it stands: none, one value, or several phones or addresses. */
const keyTexts = (row: ParsedRow, path: string): string[] => {
  const texts: string[] = []
  for (const [name, value] of row.values)
    if (name === path || name.startsWith(`${path}.`)) texts.push(...textsOf(value).filter(Boolean))
  return texts
}

/** What a row has under each key, as it stands and folded. */
type Keys = { texts: string[]; values: string[] }[]

const keysOf = (row: ParsedRow, plan: ImportPlan): Keys =>
  plan.matchKeys.map((path) => {
    const texts = keyTexts(row, path)
    return { texts, values: [...new Set(texts.map(foldName))] }
  })

type Item = { number?: string; address?: string; zh?: string }
const textsOf = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (typeof value !== 'object' || value === null) return [String(value)]
  const { number, address } = value as Item
  if (number !== undefined) return readPhones([{ type: 'other', number }]).map(({ e164 }) => e164 ?? number)
  return [address ?? '']
}

export type Found = { exact: Match[]; alike: Match[]; hasKey: boolean; keys: string[] }

/** For each row, in their order: the records its first telling key finds. */
export const findExisting = async (
  tx: Tx,
  importer: Importer,
  plan: ImportPlan,
  rows: readonly ParsedRow[],
): Promise<Found[]> => {
  const keys = rows.map((row) => keysOf(row, plan))
  const byKey: Map<string, Match[]>[] = []
  for (const [at, path] of plan.matchKeys.entries()) {
    const values = new Set<string>()
    for (const { [at]: key } of keys)
      for (const text of [...(key?.texts ?? []), ...(key?.values ?? [])]) values.add(text)
    byKey.push(grouped(values.size === 0 ? [] : await matching(tx, importer, plan, path, [...values])))
  }
  return keys.map((own) => foundFor(plan, own, byKey))
}

const matching = (tx: Tx, importer: Importer, plan: ImportPlan, path: string, values: string[]): Promise<Match[]> =>
  path === RECORD_ID ? matchIds(tx, importer.records, values) : importer.match(tx, plan, path, values)

const grouped = (matches: readonly Match[]): Map<string, Match[]> => {
  const groups = new Map<string, Match[]>()
  for (const match of matches) {
    const key = foldName(match.value)
    groups.set(key, [...(groups.get(key) ?? []), match])
  }
  return groups
}

const foundFor = (plan: ImportPlan, own: Keys, byKey: readonly ReadonlyMap<string, Match[]>[]): Found => {
  const keys = own.flatMap(({ values }, at) => values.map((value) => `${plan.matchKeys[at]}=${value}`))
  let alike: Match[] = []
  for (const [at, { values }] of own.entries()) {
    const found = values.flatMap((value) => byKey[at]?.get(value) ?? [])
    const exact = once(found.filter(({ certain }) => certain))
    if (exact.length > 0) return { exact, alike: [], hasKey: true, keys }
    if (alike.length === 0) alike = once(found)
  }
  return { exact: [], alike, hasKey: keys.length > 0, keys }
}

const once = (matches: readonly Match[]): Match[] => [...new Map(matches.map((match) => [match.id, match])).values()]
