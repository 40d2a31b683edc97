/** A deal's way through the stages, newest first, with how long it stayed and why criteria were passed over. */
import { wayFields } from '@rapport/domain/features/opportunities/place-fields.ts'
import { useQuery } from '@tanstack/react-query'
import { IconTarget } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useClear } from '../../app/session.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Section } from '../../ui/section.tsx'
import { Timeline, type TimelineEntry } from '../../ui/timeline.tsx'
import { Pending } from '../../ui/pending.tsx'
import { stageMovesQuery, type StageMove } from './opportunities.queries.ts'

const DAY = 86_400

function useEntry() {
  const { t } = useTranslation('opportunities')
  const textOf = useLabel()
  return (move: StageMove): TimelineEntry => {
    const days = move.seconds === null ? null : Math.floor(move.seconds / DAY)
    return {
      id: move.id,
      at: move.enteredAt,
      icon: IconTarget,
      title: (
        <>
          {move.fromStage && `${textOf(move.fromStage.label)} → `}
          <b>{textOf(move.toStage.label)}</b>
          {days !== null && ` · ${t(($) => $.days, { count: days })}`}
          {move.by && ` · ${textOf(move.by.label)}`}
        </>
      ),
      ...(move.override && { body: t(($) => $.record.override, { reason: move.override?.reason ?? '' }) }),
    }
  }
}

/** Nothing for whom it is hidden where deals stand, or since when. */
export function DealHistory({ id }: { id: string }) {
  const { t } = useTranslation('opportunities')
  const isRead = wayFields.every(useClear('opportunities'))
  const query = useQuery({ ...stageMovesQuery(id), enabled: isRead })
  const entryOf = useEntry()
  const moves = query.data?.items ?? []
  if (!isRead) return null
  return (
    <Section bare title={t(($) => $.record.history)}>
      <Pending of={query} rows={2} />
      {query.data && <Timeline label={t(($) => $.record.history)} entries={moves.map(entryOf).toReversed()} />}
    </Section>
  )
}
