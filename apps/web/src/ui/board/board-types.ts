/** A board's columns and how it moves cards. The room says what a card looks like and what a move means. */
import type { ReactNode } from 'react'

export type BoardColumn<C> = {
  id: string
  title: string
  /** The stage colour: 'stage-3', 'ok-mark', 'lost'. */
  token: string
  count: number
  /** What the column weighs, short; the strip of stages on a phone shows it. */
  sum?: ReactNode
  /** Right of the title: the probability. */
  note?: ReactNode
  /** Below the title: sum, weighted sum, rot bar. */
  figures?: ReactNode
  cards: C[]
  hasMore?: boolean
  onMore?: () => void
  /** Drawn as a narrow rail with these words, still a place to drop: won, lost. */
  rail?: ReactNode
}

export type BoardProps<C> = {
  label: string
  columns: BoardColumn<C>[]
  idOf: (card: C) => string
  nameOf: (card: C) => string
  hrefOf: (card: C) => string
  /** What goes along in the history to the record's page. */
  stateOf?: (card: C) => unknown
  onPeek?: (card: C) => void
  /** The record that is looked at beside the board: one walks with it. */
  peeked?: string | undefined
  cardOf: (card: C) => ReactNode
  /** A card that has stood too long is tinted. */
  isRotting?: (card: C) => boolean
  canMove: (card: C) => boolean
  /** One request. Resolves true when the move happened, false when it was refused or called off. */
  onMove: (card: C, to: string) => Promise<boolean>
}
