/** “Move to…”: every column by name, for who does not drag. One menu serves all cards. */
import { Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { StageDot } from '../marks/stage.tsx'
import type { BoardColumn } from './board-types.ts'
import { cardElementId, type BoardMoves } from './use-board.ts'

export type MoveMenuAt<C> = { card: C; anchor: DOMRect }

type Props<C> = {
  at: MoveMenuAt<C>
  columns: BoardColumn<C>[]
  moves: BoardMoves<C>
  idOf: (card: C) => string
  nameOf: (card: C) => string
  onClose: () => void
}

export function MoveMenu<C>({ at: { card, anchor }, columns, moves, idOf, nameOf, onClose }: Props<C>) {
  const { t } = useTranslation()
  const here = moves.columnOf(idOf(card))
  const close = () => {
    onClose()
    document.getElementById(cardElementId(idOf(card)))?.focus()
  }
  return (
    <Menu opened onChange={(opened) => !opened && close()} position="bottom-end" width={200} returnFocus={false}>
      <Menu.Target>
        <span
          style={{
            position: 'fixed',
            left: anchor.left,
            top: anchor.top,
            width: anchor.width,
            height: anchor.height,
            pointerEvents: 'none',
          }}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label={t(($) => $.board.move, { name: nameOf(card) })}>
        <Menu.Label>{t(($) => $.board.moveTo)}</Menu.Label>
        {columns.map((column) => (
          <Menu.Item
            key={column.id}
            disabled={column.id === here}
            leftSection={<StageDot token={column.token} />}
            onClick={() => void moves.moveTo(card, column.id)}
          >
            {column.title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
