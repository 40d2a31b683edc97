/** What stands in the box while somebody writes: names after an @, and whom they mean. */
import { piecesOf } from '@rapport/domain/features/comments/mentions.ts'

export type Chosen = { id: string; name: string }
export type Typed = { text: string; chosen: Chosen[] }

const LONGEST = 30

/** What is typed of a name before the caret; null when no name is being typed. */
export const nameBefore = (text: string, caret: number): string | null => {
  const before = text.slice(0, caret)
  const at = before.lastIndexOf('@')
  if (at === -1 || /[\w@]/.test(before.charAt(at - 1))) return null
  const name = before.slice(at + 1)
  return name.length <= LONGEST && !/\s/.test(name) ? name : null
}

/** The text with the name being typed before the caret replaced by the chosen one, and where the caret stands then. */
export const withName = (text: string, caret: number, name: string): { text: string; caret: number } => {
  const begun = text.slice(0, caret).lastIndexOf('@')
  const before = `${text.slice(0, begun)}@${name} `
  return { text: before + text.slice(caret).replace(/^ /, ''), caret: before.length }
}

/** A comment as somebody would have typed it. */
export const typedOf = (body: string, mentions: readonly { id: string; label: string }[]): Typed => {
  const chosen = mentions.map(({ id, label }) => ({ id, name: label }))
  const nameOf = (userId: string) => chosen.find(({ id }) => id === userId)?.name ?? ''
  const text = piecesOf(body).map((piece) => ('text' in piece ? piece.text : `@${nameOf(piece.userId)}`))
  return { text: text.join(''), chosen }
}
