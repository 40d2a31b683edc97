/** What every part of the loader needs: who acts and when, what was made so far, and the words of one language. */
import { systemActor } from '@rapport/domain/access/actor.ts'
import type { Label } from '@rapport/domain/field/kinds.ts'
import type { Tx } from '../../ctx.ts'

export type Language = keyof Label
/** Ids of what was made, by noun and by the key it has in the story. */
export type Made = Record<
  'teams' | 'users' | 'products' | 'competitors' | 'customers' | 'contacts',
  Map<string, string>
>

export type Story = {
  tx: Tx
  language: Language
  made: Made
  /** Everything made, in order: children come after their parents. */
  records: { noun: string; id: string }[]
  /** Paths of the files that were made: they do not go with a transaction that ends in nothing. */
  files: string[]
}

const DAY = 86_400_000

/** An hour of the working day, that many days ago, or ahead when negative. The company works in Shanghai. */
export const timeOf = ({ tx }: Story, daysAgo: number, hour: number): Date => {
  const day = new Date(tx.now.getTime() - daysAgo * DAY)
  day.setUTCHours(hour - 8, 15, 0, 0)
  return day
}

/** The transaction as it would have been for this person that many days ago. Nothing happened later than now. */
export const asOf = (story: Story, person: string | null, daysAgo: number, hour = 10): Tx => {
  const { tx, made } = story
  const now = new Date(Math.min(timeOf(story, daysAgo, hour).getTime(), tx.now.getTime()))
  const userId = person ? (made.users.get(person) ?? null) : null
  return { ...tx, now, actor: { ...systemActor('Asia/Shanghai'), userId } }
}

export const noteMade = (story: Story, noun: string, id: string): string => {
  story.records.push({ noun, id })
  return id
}

export const idOf = (map: Map<string, string>, key: string): string => {
  const id = map.get(key)
  if (!id) throw new Error(`the story does not know ${key}`)
  return id
}
