/** The columns of the list of imports. */
import { importFields } from '@rapport/domain/features/imports/imports.fields.ts'
import { useMemo } from 'react'
import { useLabel } from '../../lib/use-language.ts'
import { choiceLabel } from '../../ui/record-grid/cells.ts'
import type { GridColumn } from '../../ui/record-grid/columns.ts'
import { When } from '../../ui/when.tsx'
import { ImportState } from './import-state.tsx'
import type { ListedImport } from './imports.queries.ts'

const { fileName, entity, status, rowCount, ownerId, startedAt } = importFields
const counts = ['created', 'updated', 'skipped', 'failed'] as const

const countColumns = counts.map((name): GridColumn<ListedImport> => ({
  id: name,
  label: importFields[name].label,
  width: 72,
  numeric: true,
  sortable: true,
  // Nothing is counted before rows have come in.
  cell: (one, format) => one.startedAt && format.number(one[name]),
}))

export function useImportColumns(): GridColumn<ListedImport>[] {
  const textOf = useLabel()
  return useMemo(
    () => [
      {
        id: 'fileName',
        label: fileName.label,
        width: 220,
        grow: true,
        sortable: true,
        cell: (one) => one.fileName,
      },
      { id: 'entity', label: entity.label, width: 100, cell: (one) => textOf(choiceLabel(entity, one.entity)) },
      { id: 'status', label: status.label, width: 96, cell: (one) => <ImportState status={one.status} /> },
      {
        id: 'rowCount',
        label: rowCount.label,
        width: 80,
        numeric: true,
        sortable: true,
        cell: (one, format) => format.number(one.rowCount),
      },
      ...countColumns,
      { id: 'ownerId', label: ownerId.label, width: 110, cell: (one) => textOf(one.owner.label) },
      {
        id: 'startedAt',
        label: startedAt.label,
        width: 110,
        sortable: true,
        cell: (one) => <When at={one.startedAt} />,
      },
    ],
    [textOf],
  )
}
