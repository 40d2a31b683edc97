/** The board of one pipeline: a move is one request, shown at once and taken back when it is refused. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { recordPath } from '../../app/paths.ts'
import type { ListState } from '../../lib/list-state.ts'
import { usePeek } from '../../lib/peek.ts'
import { Board } from '../../ui/board/board.tsx'
import { Pending } from '../../ui/pending.tsx'
import { DealCard } from './deal-card.tsx'
import { boardQuery } from './opportunities.queries.ts'
import { useBoardColumns } from './use-board-columns.tsx'
import { useBoardWalk } from './use-board-walk.ts'
import { useDealMoves } from './use-deal-moves.ts'

export function OpportunityBoard({ pipelineId, state }: { pipelineId: string; state: ListState }) {
  const { t } = useTranslation('opportunities')
  const options = boardQuery(pipelineId, state)
  const query = useQuery(options)
  const { data } = query
  const columns = useBoardColumns(data, state)
  const walkOf = useBoardWalk(data, columns, state)
  const { peeked, peek } = usePeek()
  const move = useDealMoves(options.queryKey)
  if (!data) return <Pending of={query} />
  return (
    <Board
      label={t(($) => $.board)}
      columns={columns}
      idOf={(deal) => deal.id}
      nameOf={(deal) => deal.name}
      hrefOf={(deal) => recordPath('opportunities', deal.id)}
      stateOf={(deal) => ({ walk: walkOf(deal.id) })}
      onPeek={({ id }) => peek({ as: 'opportunity', id })}
      peeked={peeked?.as === 'opportunity' ? peeked.id : undefined}
      cardOf={(deal) => <DealCard deal={deal} />}
      isRotting={(deal) => deal.rotting}
      canMove={(deal) => deal.can.move}
      onMove={async (deal, to) => {
        const target = data.columns.find(({ stageId }) => stageId === to)
        return target ? move(deal, { id: to, label: target.label, phase: target.phase }) : false
      }}
    />
  )
}
