/** The second line of a list: search, the conditions as chips, and at the right what changes how the list looks. */
import type { Fields } from '@rapport/domain/field/kinds.ts'
import type { Condition, Filter } from '@rapport/domain/filter/filter.ts'
import { isCondition } from '@rapport/domain/filter/filter.ts'
import { useState, type ReactNode } from 'react'
import { flatConditions, joinFilters } from '../../lib/list-state.ts'
import { AddFilter } from './add-filter.tsx'
import { Chip, TreeChip } from './chip.tsx'
import { firstCondition, isWhole } from './conditions.ts'
import styles from './filter-bar.module.css'
import { SearchBox } from './search-box.tsx'

type Props = {
  /** Every field that may be asked, related ones with their path: `customer.tier`. */
  fields: Fields
  filter: Filter | undefined
  onFilter: (filter: Filter | undefined) => void
  search?: string
  onSearch?: (text: string) => void
  searchLabel?: string
  /** Before the chips: what is said of the conditions as a whole. */
  lead?: ReactNode
  /** Sort, columns, density. */
  children?: ReactNode
}

/** The parts of the filter, the condition being made, and how to change them. */
function useParts({ fields, filter, onFilter }: Pick<Props, 'fields' | 'filter' | 'onFilter'>) {
  const [draft, setDraft] = useState<Condition | null>(null)
  const parts = flatConditions(filter)
  const replace = (at: number, part: Filter | null) =>
    onFilter(joinFilters(parts.flatMap((old, index) => (index === at ? (part ?? []) : old))))
  const add = (name: string) => {
    const field = fields[name]
    if (field) setDraft(firstCondition(name, field))
  }
  const finish = () => {
    if (draft && isWhole(draft)) onFilter(joinFilters([...parts, draft]))
    setDraft(null)
  }
  return { parts, replace, add, draft, setDraft, finish }
}

function Chips(props: Pick<Props, 'fields' | 'filter' | 'onFilter' | 'lead'>) {
  const { fields, lead } = props
  const { parts, replace, add, draft, setDraft, finish } = useParts(props)
  const chipOf = (part: Filter, at: number) => {
    const remove = () => replace(at, null)
    if (!isCondition(part) || !fields[part.field])
      return <TreeChip key={at} filter={part} fields={fields} onRemove={remove} />
    const change = (next: Condition) => isWhole(next) && replace(at, next)
    return <Chip key={at} condition={part} fields={fields} onChange={change} onRemove={remove} />
  }
  return (
    <div className={styles.chips}>
      {lead}
      {parts.map(chipOf)}
      {draft && (
        <Chip
          condition={draft}
          fields={fields}
          open
          onChange={setDraft}
          onRemove={() => setDraft(null)}
          onClose={finish}
        />
      )}
      <AddFilter fields={fields} onAdd={add} />
    </div>
  )
}

export function FilterBar({ fields, filter, onFilter, search, onSearch, searchLabel, lead, children }: Props) {
  return (
    <div className={styles.bar}>
      {onSearch && <SearchBox value={search ?? ''} onChange={onSearch} label={searchLabel} />}
      <Chips fields={fields} filter={filter} onFilter={onFilter} lead={lead} />
      <div className={styles.tools}>{children}</div>
    </div>
  )
}
