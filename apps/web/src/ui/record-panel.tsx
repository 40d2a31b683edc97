/** The panel of one record of a list, read by its id, so that an address opens it wherever the list stands. */
import { useQuery, type QueryKey, type UseQueryOptions } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { NEW } from '../lib/use-edited.ts'
import { Panel } from './panel.tsx'
import { Pending } from './pending.tsx'

type Props<R, K extends QueryKey> = {
  /** An id, or NEW for a record that does not exist yet. */
  id: string
  query: UseQueryOptions<R, Error, R, K>
  /** The row of the list, where the list holds it: nothing need be read then. */
  known?: R | undefined
  titleOf: (record: R | undefined) => string
  onClose: () => void
  width?: number
  children: (record: R | undefined) => ReactNode
}

/** Where the cursor was when the panel opened it goes back to: the panel leaves at once, without a closing of its own. */
function useWayBack(): void {
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      const goBack = () => {
        if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus()
      }
      requestAnimationFrame(goBack)
    },
    [opener],
  )
}

export function RecordPanel<R, K extends QueryKey>(props: Props<R, K>) {
  const { id, query, known, titleOf, onClose, width, children } = props
  useWayBack()
  const isNew = id === NEW
  const asked = useQuery({ ...query, enabled: !isNew && !known })
  const record = known ?? asked.data
  return (
    <Panel opened onClose={onClose} title={isNew || record ? titleOf(record) : ''} {...(width && { width })}>
      {!isNew && !record && <Pending of={asked} />}
      {(isNew || record) && children(record)}
    </Panel>
  )
}
