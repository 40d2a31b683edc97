/** The columns of the list of sources. */
import { sourceFields } from '@rapport/domain/features/sources/sources.fields.ts'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import { choiceLabel } from '../../ui/record-grid/cells.ts'
import type { GridColumn } from '../../ui/record-grid/columns.ts'
import { Chip } from '../../ui/marks/chip.tsx'
import type { Source } from './sources.queries.ts'

function Name({ source }: { source: Source }) {
  const { t } = useTranslation('sources')
  const textOf = useLabel()
  return (
    <>
      {textOf(source.label)} {source.archivedAt && <Chip>{t(($) => $.archived)}</Chip>}
    </>
  )
}

const { label, code, kind, costModel, unitCost } = sourceFields

export function useSourceColumns(): GridColumn<Source>[] {
  const textOf = useLabel()
  return useMemo(
    () => [
      {
        id: 'label',
        label: label.label,
        width: 220,
        grow: true,
        sortable: true,
        cell: (source) => <Name source={source} />,
      },
      { id: 'code', label: code.label, width: 180, sortable: true, cell: (source) => source.code },
      { id: 'kind', label: kind.label, width: 120, cell: (source) => textOf(choiceLabel(kind, source.kind)) },
      {
        id: 'costModel',
        label: costModel.label,
        width: 120,
        cell: (source) => textOf(choiceLabel(costModel, source.costModel)),
      },
      {
        id: 'unitCost',
        label: unitCost.label,
        width: 110,
        numeric: true,
        cell: (source, format) => source.unitCost && format.columnMoney(source.unitCost, format.reader.currency),
      },
    ],
    [textOf],
  )
}
