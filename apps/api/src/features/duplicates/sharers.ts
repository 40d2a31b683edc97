/** Which of many descriptions have anything in common with a record that was found for one of them. */
import { keysOf, type Identity } from '@rapport/domain/features/duplicates/identity.ts'
import { storedValue } from './identity-keys.commands.ts'

/** Their positions. `alike`: the names, as they are stored, by which the record was found. */
export type Sharers = (record: Identity, alike: readonly string[]) => Iterable<number>

export const sharersOf = (asked: readonly Identity[]): Sharers => {
  const sharing = new Map<string, number[]>()
  const put = (key: string, at: number) => sharing.set(key, [...(sharing.get(key) ?? []), at])
  for (const [at, identity] of asked.entries()) for (const key of handlesOf(identity)) put(key, at)
  return (record, alike) =>
    new Set([...handlesOf(record), ...alike.map((name) => `name ${name}`)].flatMap((key) => sharing.get(key) ?? []))
}

const handlesOf = (identity: Identity): string[] => [
  ...keysOf(identity).map((key) => `${key.kind} ${storedValue(key)}`),
  ...identity.customerIds.map((id) => `at ${id}`),
]
