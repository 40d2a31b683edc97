/** Columns of cards. Dragging drops on a column only, because the order inside it is the chosen sort. */
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsPhone } from '../../lib/use-is-phone.ts'
import { BoardColumnView } from './board-column.tsx'
import { BoardRail } from './board-rail.tsx'
import type { BoardProps } from './board-types.ts'
import styles from './board.module.css'
import { MoveMenu, type MoveMenuAt } from './move-menu.tsx'
import { PhoneBoard } from './phone-board.tsx'
import { useBoardMoves } from './use-board.ts'

export function Board<C>(props: BoardProps<C>) {
  const phone = useIsPhone()
  const moves = useBoardMoves(props)
  const [menu, setMenu] = useState<MoveMenuAt<C> | null>(null)
  const shared = { ...props, moves, openMenu: setMenu }
  return (
    <>
      {phone ? <PhoneBoard {...shared} /> : <Columns {...shared} />}
      {menu && (
        <MoveMenu
          at={menu}
          columns={props.columns}
          moves={moves}
          idOf={props.idOf}
          nameOf={props.nameOf}
          onClose={() => setMenu(null)}
        />
      )}
      <div className={styles.spoken} role="status">
        {moves.said}
      </div>
    </>
  )
}

export type BoardPartProps<C> = BoardProps<C> & {
  moves: ReturnType<typeof useBoardMoves<C>>
  openMenu: (at: MoveMenuAt<C>) => void
}

function Columns<C>(props: BoardPartProps<C>) {
  const { t } = useTranslation()
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  useEffect(() => (scroller ? autoScrollForElements({ element: scroller }) : undefined), [scroller])
  const isEmpty = props.columns.every(({ cards }) => cards.length === 0)
  const tracks = props.columns.map((column) => (column.rail === undefined ? 'minmax(236px, 1fr)' : '44px')).join(' ')
  return (
    // Cards take the keyboard to every column; where there are none the board itself is scrolled.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={setScroller} className={styles.scroller} tabIndex={isEmpty ? 0 : undefined}>
      <p id="board-keys" className={styles.spoken}>
        {t(($) => $.board.keys)}
      </p>
      <div className={styles.board} style={{ gridTemplateColumns: tracks }} role="group" aria-label={props.label}>
        {props.columns.map((column) =>
          column.rail === undefined ? (
            <BoardColumnView key={column.id} {...props} column={column} />
          ) : (
            <BoardRail key={column.id} column={column} moves={props.moves} columns={props.columns} idOf={props.idOf} />
          ),
        )}
      </div>
    </div>
  )
}
