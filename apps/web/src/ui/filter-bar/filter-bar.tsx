/** The second line of a list: search, the conditions as chips, and at the right what changes how the list looks. */
import type { ReactNode } from 'react'
import { Chips, type ChipsProps } from './chips.tsx'
import styles from './filter-bar.module.css'
import { SearchBox } from './search-box.tsx'

type Props = ChipsProps & {
  search?: string
  onSearch?: (text: string) => void
  searchLabel?: string
  /** Sort, columns, density. */
  children?: ReactNode
}

export function FilterBar({ search, onSearch, searchLabel, children, ...chips }: Props) {
  return (
    <div className={styles.bar}>
      {onSearch && <SearchBox value={search ?? ''} onChange={onSearch} label={searchLabel} />}
      <div className={styles.row}>
        <Chips {...chips} />
        <div className={styles.tools}>{children}</div>
      </div>
    </div>
  )
}
