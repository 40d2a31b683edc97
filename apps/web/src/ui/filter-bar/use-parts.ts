/** Conditions side by side, of the whole filter or of one group: changing one, taking one away, and the one being made. */
import type { Fields } from '@rapport/domain/field/kinds.ts'
import type { Condition, Filter } from '@rapport/domain/filter/filter.ts'
import { useState } from 'react'
import { firstCondition, isWhole } from './conditions.ts'

/** `first` is the field of the condition that is being made from the start. */
export function useParts<P extends Filter>(
  fields: Fields,
  parts: readonly P[],
  onParts: (parts: (P | Condition)[]) => void,
  first?: string,
) {
  const begun = (name: string | undefined): Condition | null => {
    const field = name === undefined ? undefined : fields[name]
    return name !== undefined && field ? firstCondition(name, field) : null
  }
  const [draft, setDraft] = useState(() => begun(first))
  const replace = (at: number, part: P | Condition | null) =>
    onParts(parts.flatMap<P | Condition>((old, index) => (index === at ? (part ? [part] : []) : [old])))
  const finish = () => {
    if (draft && isWhole(draft)) onParts([...parts, draft])
    setDraft(null)
  }
  return { replace, add: (name: string) => setDraft(begun(name)), draft, setDraft, finish }
}
