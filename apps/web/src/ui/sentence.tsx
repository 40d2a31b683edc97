/** A sentence with controls in it: the text names them (`Within <days> days`), so that each language has its own order. */
import { Fragment, type ReactNode } from 'react'

const PLACE = /<(\w+)>/

export function Sentence({ text, parts }: { text: string; parts: Record<string, ReactNode> }) {
  return text
    .split(PLACE)
    .map((piece, at) => <Fragment key={at}>{at % 2 === 0 ? piece.trim() : parts[piece]}</Fragment>)
}
