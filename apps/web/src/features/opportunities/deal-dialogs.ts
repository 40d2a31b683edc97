/** Questions a move asks: why a deal is lost, why unmet criteria should not stand in the way. One dialog at a time. */
import type { BodyOf } from '../../lib/call.ts'
import { shared } from '../../lib/shared.ts'
import type { Opportunity } from './opportunities.queries.ts'
import type { Unmet } from './unmet.ts'

export type Loss = BodyOf<'POST /opportunities/:id/lose'>
type Deal = Pick<Opportunity, 'id' | 'name' | 'can'>
type Stage = { id: string; label: { zh: string; en: string } }

export type Question =
  | { kind: 'loss'; deal: Deal; answer: (loss: Loss | null) => void }
  | { kind: 'override'; deal: Deal; target: Stage; unmet: Unmet[]; answer: (reason: string | null) => void }

const asked = shared<Question | null>(null)

/** Null when the person thought better of it. */
export const askLoss = (deal: Deal): Promise<Loss | null> =>
  new Promise((answer) => asked.set({ kind: 'loss', deal, answer: (loss) => (asked.set(null), answer(loss)) }))

/** The reason, or null when the deal stays where it was. */
export const askOverride = (about: { deal: Deal; target: Stage; unmet: Unmet[] }): Promise<string | null> =>
  new Promise((answer) =>
    asked.set({ kind: 'override', ...about, answer: (reason) => (asked.set(null), answer(reason)) }),
  )

export const useDealQuestion = (): Question | null => asked.useValue()
