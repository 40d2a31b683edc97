/** The conditions of a list as chips: what must hold side by side, one group of which any will do, and how to add to either. */
import type { Fields } from '@rapport/domain/field/kinds.ts'
import type { Condition, Filter } from '@rapport/domain/filter/filter.ts'
import type { ReactNode } from 'react'
import { flatConditions, joinFilters } from '../../lib/list-state.ts'
import { Chip } from './chip.tsx'
import { isAnyGroup, joinGroup } from './conditions.ts'
import { FieldButton } from './field-button.tsx'
import { FormButton } from './form-button.tsx'
import styles from './filter-bar.module.css'
import { GroupChip } from './group-chip.tsx'
import { PartChip } from './part-chip.tsx'
import { NEW, useAsking } from './use-asking.ts'
import { useParts } from './use-parts.ts'

export type ChipsProps = {
  /** Every field that may be asked, related ones with their path: `customer.tier`. */
  fields: Fields
  filter: Filter | undefined
  onFilter: (filter: Filter | undefined) => void
  /** Before the chips: what is said of the conditions as a whole. */
  lead?: ReactNode
}

function useChips({ fields, filter, onFilter }: ChipsProps) {
  const parts = flatConditions(filter)
  const set = (next: Filter[]) => onFilter(joinFilters(next))
  const made = useParts<Filter>(fields, parts, set)
  const groupAt = parts.findIndex((part) => isAnyGroup(part, fields))
  const ask = useAsking(groupAt)
  const toGroup = (at: number) => (condition: Condition) => {
    const next = joinGroup(parts, at, condition, fields)
    set(next.parts)
    made.setDraft(null)
    ask.setAsking(next.at)
  }
  return { parts, set, ...made, hasGroup: groupAt !== NEW, ask, toGroup }
}

/** Begins the group: the button, then its first condition. It stands where the group will, so that it goes on as that. */
function NewGroup({ fields, chips }: { fields: Fields; chips: ReturnType<typeof useChips> }) {
  const { parts, set, ask } = chips
  const { asking, onAsk } = ask.at(NEW)
  if (ask.fresh === null)
    return (
      <FieldButton
        fields={fields}
        label={ask.words.any}
        keys="O"
        opened={asking}
        onOpened={onAsk}
        onAdd={ask.setFresh}
      />
    )
  return (
    <GroupChip
      group={{ or: [] }}
      fields={fields}
      first={ask.fresh}
      onChange={(group) => (group ? set([...parts, group]) : ask.setFresh(null))}
      asking={false}
      onAsk={onAsk}
    />
  )
}

export function Chips(props: ChipsProps) {
  const { fields, lead } = props
  const chips = useChips(props)
  const { parts, replace, add, draft, setDraft, finish, hasGroup, ask, toGroup } = chips
  return (
    <div className={styles.chips}>
      {lead}
      {parts.map((part, at) => (
        <PartChip
          key={at}
          part={part}
          fields={fields}
          onChange={(next) => replace(at, next)}
          onOr={toGroup(at)}
          {...ask.at(at)}
        />
      ))}
      {draft && (
        <Chip
          condition={draft}
          fields={fields}
          open
          onChange={setDraft}
          onRemove={() => setDraft(null)}
          onClose={finish}
          onOr={() => toGroup(parts.length)(draft)}
        />
      )}
      <FieldButton
        {...{ fields, opened: ask.adding }}
        label={ask.words.add}
        keys="F"
        onOpened={ask.setAdding}
        onAdd={add}
      />
      {!hasGroup && <NewGroup fields={fields} chips={chips} />}
      <FormButton {...props} />
    </div>
  )
}
