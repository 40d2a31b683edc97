/** The board's reply as columns of the shared board, with further cards loaded by cursor. */
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListState } from '../../lib/list-state.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import type { BoardColumn } from '../../ui/board/board-types.ts'
import { RotBar } from '../../ui/marks/rot.tsx'
import { moreCards, type Board, type Column, type Opportunity } from './opportunities.queries.ts'
import styles from './opportunities.module.css'

const tokenOf = ({ phase, color }: Column) => (phase === 'won' ? 'ok-mark' : phase === 'lost' ? 'lost' : color)
const isClosed = ({ phase }: Column) => phase === 'won' || phase === 'lost'

type More = Record<string, { items: Opportunity[]; cursor: string | null }>
const none: More = {}

/** Cards after the first ones, kept until the board itself is asked for again. */
function useMoreCards(board: Board | undefined, state: ListState) {
  const [kept, keep] = useState<{ board: Board | undefined; more: More }>({ board, more: none })
  const more = kept.board === board ? kept.more : none
  const load = async (column: Column) => {
    const known = more[column.stageId]
    const cursor = known ? known.cursor : column.nextCursor
    if (!cursor) return
    const page = await moreCards(column, state, cursor)
    const items = [...(known?.items ?? []), ...page.items]
    keep({ board, more: { ...more, [column.stageId]: { items, cursor: page.nextCursor } } })
  }
  return { more, load }
}

function Figures({ column, currency }: { column: Column; currency: string }) {
  const { t } = useTranslation('opportunities')
  const format = useFormat()
  return (
    <>
      <div className={styles.figures} data-figure>
        {column.baseAmount !== null && <b>{format.money(column.baseAmount, currency, 'compact')}</b>}
        {column.weightedBase !== null && (
          <span>{t(($) => $.weighted, { amount: format.money(column.weightedBase, currency, 'compact') })}</span>
        )}
      </div>
      {column.rotting !== null && (
        <RotBar
          share={column.count ? column.rotting / column.count : 0}
          title={t(($) => $.rottingCount, { count: column.rotting })}
        />
      )}
    </>
  )
}

export function useBoardColumns(board: Board | undefined, state: ListState): BoardColumn<Opportunity>[] {
  const { t } = useTranslation('opportunities')
  const format = useFormat()
  const textOf = useLabel()
  const { more, load } = useMoreCards(board, state)
  return useMemo(
    () =>
      (board?.columns ?? []).map((column) => {
        const further = more[column.stageId]
        const cursor = further ? further.cursor : column.nextCursor
        const amount = column.baseAmount && format.money(column.baseAmount, board?.currency ?? 'CNY', 'compact')
        return {
          id: column.stageId,
          title: textOf(column.label),
          token: tokenOf(column),
          count: column.count,
          sum: amount,
          note: format.percent(column.probability, 0),
          figures: <Figures column={column} currency={board?.currency ?? 'CNY'} />,
          cards: [...column.items, ...(further?.items ?? [])],
          hasMore: cursor !== null,
          onMore: () => void load(column),
          ...(isClosed(column) && { rail: amount ? t(($) => $.thisMonth, { amount }) : '' }),
        }
      }),
    // oxlint-disable-next-line react/exhaustive-deps
    [board, more, format, textOf, t],
  )
}
