/** Which rows stand for records there already are. */
import type { ImportPlan } from '@rapport/domain/features/imports/plan.ts'
import type { ParsedRow } from '@rapport/domain/features/imports/parse-row.ts'
import { foldName } from '@rapport/domain/fold-name.ts'
import type { Tx } from '../../../ctx.ts'
import { readPhones } from '../../../values/phones.ts'
import type { Importer, Match } from './importer.ts'

/** What a row has under a key, as it stands: none, one value, or several phones or addresses. */
const keyTexts = (row: ParsedRow, path: string): string[] => {
  const under = [...row.values]
    .filter(([name]) => name === path || name.startsWith(`${path}.`))
    .map(([, value]) => value)
  return under.flatMap(textsOf).filter(Boolean)
}
const keyValues = (row: ParsedRow, path: string) => [...new Set(keyTexts(row, path).map(foldName))]

type Item = { number?: string; address?: string; zh?: string }
const textsOf = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (typeof value !== 'object' || value === null) return [String(value)]
  const { number, address } = value as Item
  if (number !== undefined) return readPhones([{ type: 'other', number }]).map(({ e164 }) => e164 ?? number)
  return [address ?? '']
}

export type Found = { exact: Match[]; alike: Match[]; hasKey: boolean; keys: string[] }

/** For each row: the records its first telling key finds. */
export const findExisting = async (
  tx: Tx,
  importer: Importer,
  plan: ImportPlan,
  rows: readonly ParsedRow[],
): Promise<Map<ParsedRow, Found>> => {
  const byKey = new Map<string, Map<string, Match[]>>()
  for (const path of plan.matchKeys) {
    const values = [...new Set(rows.flatMap((row) => [...keyTexts(row, path), ...keyValues(row, path)]))]
    const matches = values.length === 0 ? [] : await importer.match(tx, plan, path, values)
    byKey.set(path, grouped(matches))
  }
  return new Map(rows.map((row) => [row, foundFor(row, plan, byKey)]))
}

const grouped = (matches: readonly Match[]): Map<string, Match[]> => {
  const groups = new Map<string, Match[]>()
  for (const match of matches) {
    const key = foldName(match.value)
    groups.set(key, [...(groups.get(key) ?? []), match])
  }
  return groups
}

const foundFor = (
  row: ParsedRow,
  plan: ImportPlan,
  byKey: ReadonlyMap<string, ReadonlyMap<string, Match[]>>,
): Found => {
  const keys = plan.matchKeys.flatMap((path) => keyValues(row, path).map((value) => `${path}=${value}`))
  let alike: Match[] = []
  for (const path of plan.matchKeys) {
    const found = keyValues(row, path).flatMap((value) => byKey.get(path)?.get(value) ?? [])
    const exact = once(found.filter(({ certain }) => certain))
    if (exact.length > 0) return { exact, alike: [], hasKey: true, keys }
    if (alike.length === 0) alike = once(found)
  }
  return { exact: [], alike, hasKey: keys.length > 0, keys }
}

const once = (matches: readonly Match[]): Match[] => [...new Map(matches.map((match) => [match.id, match])).values()]
