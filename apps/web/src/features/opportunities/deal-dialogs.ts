/**
 * Questions a move asks: why a deal is lost, why unmet criteria should not stand in the way. One dialog at a time; it stays
 * until the move is made, so that a refusal is said beside what was typed.
 */
import type { BodyOf } from '../../lib/call.ts'
import { shared } from '../../lib/shared.ts'
import type { Opportunity } from './opportunities.queries.ts'
import type { Unmet } from './unmet.ts'

export type Loss = BodyOf<'POST /opportunities/:id/lose'>
type Deal = Pick<Opportunity, 'id' | 'name' | 'can'>
type Stage = { id: string; label: { zh: string; en: string } }

type Asked<Answer> = { act: (answer: Answer) => Promise<void>; cancel: () => void }
type Override = { deal: Deal; target: Stage; unmet: Unmet[] }

export type Question = ({ kind: 'loss'; deal: Deal } & Asked<Loss>) | ({ kind: 'override' } & Override & Asked<string>)

const asked = shared<Question | null>(null)

/** What `act` made of the answer; null when the person thought better of it. */
const ask = <Answer, T>(act: (answer: Answer) => Promise<T>, show: (how: Asked<Answer>) => Question) =>
  new Promise<T | null>((resolve) => {
    const close = (made: T | null) => {
      asked.set(null)
      resolve(made)
    }
    asked.set(show({ act: async (answer) => close(await act(answer)), cancel: () => close(null) }))
  })

/** Asks why, and loses the deal with that. */
export const askLoss = <T>(deal: Deal, act: (loss: Loss) => Promise<T>): Promise<T | null> =>
  ask(act, (how) => ({ kind: 'loss', deal, ...how }))

/** Asks for a reason that shall stand in for what is not met, and goes on with that. */
export const askOverride = <T>(about: Override, act: (reason: string) => Promise<T>): Promise<T | null> =>
  ask(act, (how) => ({ kind: 'override', ...about, ...how }))

export const useDealQuestion = (): Question | null => asked.useValue()
