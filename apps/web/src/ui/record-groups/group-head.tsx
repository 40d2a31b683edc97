/** The head of a group: what its records have in common, how many they are, and what they come to. */
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useFormat } from '../../lib/use-format.ts'
import { Icon } from '../icon.tsx'
import grid from '../record-grid/record-grid.module.css'
import type { LinePlace } from '../record-grid/lines.ts'
import { BetweenRow } from './between-row.tsx'
import type { GroupSum } from './groups.ts'
import type { GroupHead as Head } from './heads.ts'
import styles from './record-groups.module.css'

type Props = {
  head: Head
  name: string
  isOpen: boolean
  press: () => void
  sums: Record<string, GroupSum> | undefined
  place: LinePlace | undefined
}

/** What is written of each measure, by the column it belongs to. */
function useSums(head: Head, sums: Props['sums']) {
  const format = useFormat()
  return Object.entries(sums ?? {}).map(([column, { show }], at) => {
    const value = head.sums[at]
    return { column, shown: typeof value === 'string' ? show(value, format) : null }
  })
}

export function GroupHead({ head, name, isOpen, press, sums, place }: Props) {
  const format = useFormat()
  const figures = useSums(head, sums)
  const title = (
    <>
      <Icon of={isOpen ? IconChevronDown : IconChevronRight} size={14} />
      <span className={styles.name}>{name}</span>
      <span className={styles.count}>{format.number(head.count)}</span>
    </>
  )
  const cells = place?.columns.map(({ id, numeric }, at) => (
    <div
      key={id}
      role={at === 0 ? 'rowheader' : 'gridcell'}
      className={at === 0 ? `${styles.title} ${grid.pinned}` : grid.cell}
      // Where records have their tick box, a head has the mark of being open.
      aria-colspan={at === 0 && place.boxed ? 2 : undefined}
      data-numeric={numeric || undefined}
    >
      {at === 0 ? title : figures.find(({ column }) => column === id)?.shown}
    </div>
  ))
  // No column says there what a figure is: one that stands alone is known by what the list is about.
  const card = (
    <>
      {title}
      <span className={styles.figure}>{figures[0]?.shown}</span>
    </>
  )
  return <BetweenRow place={place} press={press} isOpen={isOpen} cells={cells} card={card} />
}
