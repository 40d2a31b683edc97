/** One part of a filter as the chip that suits it: a condition, a group of which any will do, or the words of what is deeper. */
import type { Fields } from '@rapport/domain/field/kinds.ts'
import { isCondition, type Condition, type Filter } from '@rapport/domain/filter/filter.ts'
import { Chip } from './chip.tsx'
import { isAnyGroup, isWhole, type AnyGroup } from './conditions.ts'
import { GroupChip } from './group-chip.tsx'
import { TreeChip } from './tree-chip.tsx'

type Props = {
  part: Filter
  fields: Fields
  onChange: (part: Condition | AnyGroup | null) => void
  /** Lets another condition do as well as this one. */
  onOr: (condition: Condition) => void
  asking: boolean
  onAsk: (asking: boolean) => void
}

export function PartChip({ part, fields, onChange, onOr, asking, onAsk }: Props) {
  if (isCondition(part) && fields[part.field])
    return (
      <Chip
        condition={part}
        fields={fields}
        onChange={(next) => isWhole(next) && onChange(next)}
        onRemove={() => onChange(null)}
        onOr={() => onOr(part)}
      />
    )
  if (isAnyGroup(part, fields))
    return <GroupChip group={part} fields={fields} onChange={onChange} asking={asking} onAsk={onAsk} />
  return <TreeChip filter={part} fields={fields} onRemove={() => onChange(null)} />
}
