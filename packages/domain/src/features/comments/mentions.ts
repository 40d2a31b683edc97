/** Mentions in a text: `<@id>` stands for a person, whatever he is called when it is read. Pure. */

const mention = /<@([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})>/g

export const mentionOf = (userId: string): string => `<@${userId}>`

/** Who is mentioned, each once, in the order of the text. */
export const mentionsIn = (body: string): string[] => [
  ...new Set([...body.matchAll(mention)].map(([, id]) => id as string)),
]

export type Piece = { text: string } | { userId: string }

/** The text cut at its mentions, for a screen. */
export const piecesOf = (body: string): Piece[] => {
  const pieces: Piece[] = []
  let from = 0
  for (const { 0: whole, 1: userId = '', index } of body.matchAll(mention)) {
    if (index > from) pieces.push({ text: body.slice(from, index) })
    pieces.push({ userId })
    from = index + whole.length
  }
  return from < body.length ? [...pieces, { text: body.slice(from) }] : pieces
}

/** `@name` of those chosen while typing becomes their reference; what merely looks like a name stays text. */
export const withMentions = (typed: string, chosen: readonly { id: string; name: string }[]): string =>
  chosen
    .filter(({ name }) => name !== '')
    .toSorted((one, other) => other.name.length - one.name.length)
    .reduce((text, { id, name }) => text.replaceAll(`@${name}`, mentionOf(id)), typed)
