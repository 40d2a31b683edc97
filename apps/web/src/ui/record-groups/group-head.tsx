/** The head of a group: what its records have in common, how many they are, and what they come to. */
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { MouseEvent } from 'react'
import { useFormat } from '../../lib/use-format.ts'
import { Icon } from '../icon.tsx'
import { Box } from '../record-grid/box.tsx'
import grid from '../record-grid/record-grid.module.css'
import type { LinePlace } from '../record-grid/lines.ts'
import { BetweenRow } from './between-row.tsx'
import type { GroupSum } from './groups.ts'
import type { GroupHead as Head } from './heads.ts'
import type { HeadTick } from './use-group-selection.ts'
import styles from './record-groups.module.css'

type Props = {
  head: Head
  name: string
  isOpen: boolean
  press: () => void
  sums: Record<string, GroupSum> | undefined
  place: LinePlace | undefined
  tick: HeadTick | undefined
}

/** What is written of each measure, by the column it belongs to. */
function useSums(head: Head, sums: Props['sums']) {
  const format = useFormat()
  return Object.entries(sums ?? {}).map(([column, { show }], at) => {
    const value = head.sums[at]
    return { column, shown: typeof value === 'string' ? show(value, format) : null }
  })
}

function HeadBox({ of: { checked, press }, label }: { of: HeadTick; label: string }) {
  const select = (event: MouseEvent) => {
    event.stopPropagation()
    press()
  }
  return (
    // Keys are handled by the grid, which keeps the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div role="gridcell" className={grid.boxCell} onClick={select}>
      <Box checked={checked} label={label} />
    </div>
  )
}

const plain = { role: 'gridcell', className: grid.cell }

export function GroupHead({ head, name, isOpen, press, sums, place, tick }: Props) {
  const format = useFormat()
  const figures = useSums(head, sums)
  const title = (
    <>
      <Icon of={isOpen ? IconChevronDown : IconChevronRight} size={14} />
      <span className={styles.name}>{name}</span>
      <span className={styles.count}>{format.number(head.count)}</span>
    </>
  )
  const cells = place?.columns.map(({ id, numeric }, at) => {
    const given = at === 0 ? { role: 'rowheader', className: `${styles.title} ${grid.pinned}` } : plain
    return (
      <div key={id} {...given} data-numeric={numeric || undefined}>
        {at === 0 ? title : figures.find(({ column }) => column === id)?.shown}
      </div>
    )
  })
  // No column says there what a figure is: one that stands alone is known by what the list is about.
  const card = (
    <>
      {title}
      <span className={styles.figure}>{figures[0]?.shown}</span>
    </>
  )
  const label = `${name} (${format.number(head.count)})`
  return (
    <BetweenRow
      place={place}
      press={press}
      isOpen={isOpen}
      cells={[place?.boxed && tick && <HeadBox key="box" of={tick} label={label} />, cells]}
      card={card}
      {...(tick?.isPicking && { tick: { ...tick, label } })}
    />
  )
}
