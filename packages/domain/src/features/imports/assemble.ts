/** Values by target → the draft that a caller of the API would have sent. */
import type { Address } from '../../field/kinds.ts'

type Draft = Record<string, unknown>

const addressParts = ['country', 'region', 'city', 'district', 'street', 'postcode'] as const

/**
 * `phones.mobile` and its kin join one list, address parts make one address, a label in one language stands for both.
 * Paths that begin with `prefix` and a dot are taken without it, others are left out.
 */
export const assemble = (values: ReadonlyMap<string, unknown>, prefix = ''): Draft => {
  const draft: Draft = {}
  for (const [full, value] of values) {
    if (prefix ? !full.startsWith(`${prefix}.`) : groups.has(full.split('.')[0] ?? '')) continue
    const path = prefix ? full.slice(prefix.length + 1) : full
    const [name = '', part] = path.split('.')
    if (part === undefined)
      draft[name] = name === 'label' && typeof value === 'string' ? both(value, draft.label) : value
    else if (name === 'addresses')
      draft.addresses = [addressWith(draft.addresses as Address[] | undefined, part, value)]
    else if (name === 'label') draft.label = inLanguage(draft.label, part, value)
    else draft[name] = [...((draft[name] as unknown[] | undefined) ?? []), ...(value as unknown[])]
  }
  if (draft.label) draft.label = bothFilled(draft.label as Draft)
  return draft
}

// Parts of another record that comes in the same row.
const groups = new Set(['contact', 'line'])

const both = (value: string, before: unknown): Draft => ({ zh: value, en: value, ...(before as Draft | undefined) })
const inLanguage = (before: unknown, language: string, value: unknown): Draft => ({
  ...(before as Draft | undefined),
  [language]: value,
})
const bothFilled = ({ zh, en }: Draft): Draft => ({ zh: zh ?? en, en: en ?? zh })

const addressWith = (before: Address[] | undefined, part: string, value: unknown): Address => {
  const empty = Object.fromEntries(addressParts.map((name) => [name, null])) as Omit<Address, 'type'>
  return { type: 'office', ...empty, ...before?.[0], [part]: value }
}
