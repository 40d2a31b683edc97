/** The selection of a list whose records may be changed in number; absent for who may not. */
import type { BulkEntity } from '@rapport/domain/features/bulk/bulk-actions.ts'
import { useEffect } from 'react'
import { useMay } from '../../app/session.ts'
import type { ListState } from '../../lib/list-state.ts'
import { useSelection, type ListSelection } from '../../ui/record-grid/use-selection.ts'

/** Another filter shows other records, so that what was selected is let go. */
export function useBulkSelection(entity: BulkEntity, { filter, search }: ListState): ListSelection | undefined {
  const may = useMay()
  const selection = useSelection()
  const { clear } = selection
  const shown = JSON.stringify([filter ?? null, search])
  useEffect(() => clear(), [shown, clear])
  return may(`${entity}.update`) || may(`${entity}.delete`) ? selection : undefined
}
