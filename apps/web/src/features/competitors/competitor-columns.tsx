/** The columns of the list of competitors. */
import { competitorFields } from '@rapport/domain/features/competitors/competitors.fields.ts'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Chip } from '../../ui/marks/chip.tsx'
import type { GridColumn } from '../../ui/record-grid/columns.ts'
import type { Competitor } from './competitors.queries.ts'

function Name({ competitor }: { competitor: Competitor }) {
  const { t } = useTranslation('competitors')
  return (
    <>
      {competitor.name} {competitor.archivedAt && <Chip>{t(($) => $.archived)}</Chip>}
    </>
  )
}

const { name, website, strengths, weaknesses } = competitorFields

export function useCompetitorColumns(): GridColumn<Competitor>[] {
  return useMemo(
    () => [
      {
        id: 'name',
        label: name.label,
        width: 200,
        sortable: true,
        cell: (competitor) => <Name competitor={competitor} />,
      },
      { id: 'strengths', label: strengths.label, width: 260, grow: true, cell: ({ strengths: text }) => text },
      { id: 'weaknesses', label: weaknesses.label, width: 260, grow: true, cell: ({ weaknesses: text }) => text },
      { id: 'website', label: website.label, width: 180, cell: ({ website: address }) => address },
    ],
    [],
  )
}
