/** The columns of the list of sample things. */
import { sampleThingFields } from '@rapport/domain/features/sample-things/sample-things.fields.ts'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridColumn } from '../../ui/record-grid/columns.ts'
import { Chip } from '../../ui/marks/chip.tsx'
import type { SampleThing } from './sample-things.queries.ts'

function Name({ sampleThing }: { sampleThing: SampleThing }) {
  const { t } = useTranslation('sample-things')
  return (
    <>
      {sampleThing.name} {sampleThing.archivedAt && <Chip>{t(($) => $.archived)}</Chip>}
    </>
  )
}

const { name, note } = sampleThingFields

export function useSampleThingColumns(): GridColumn<SampleThing>[] {
  return useMemo(
    () => [
      {
        id: 'name',
        label: name.label,
        width: 220,
        grow: true,
        sortable: true,
        cell: (sampleThing) => <Name sampleThing={sampleThing} />,
      },
      { id: 'note', label: note.label, width: 260, cell: (sampleThing) => sampleThing.note },
    ],
    [],
  )
}
