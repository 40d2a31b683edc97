/** The steps of a funnel that carry fewer deals on than in the period before, by more than chance, and what that costs. */
import { decimal } from '../../money.ts'
import { benjaminiHochberg, twoProportions, type Counted } from './significance.ts'

/** Fewer than these on either side say nothing. */
export const ENOUGH = 20
/** At most this share of the steps pointed at may on average be none. */
export const FALSE_SHARE = 0.1

export type FunnelStep = {
  stageId: string
  now: Counted
  before: Counted
  /** Base value of the deals that entered in the period. */
  enteredValue: string
  /** How often a deal that goes on is won in the end; null while nobody knows. */
  winRateAfter: number | null
}

export type WeakStep = {
  stageId: string
  p: number
  /** Base value that would have been won at the share of the period before; null where the win rate after is not known. */
  atStake: string | null
}

const shareOf = ({ k, n }: Counted) => (n === 0 ? 0 : k / n)

/** How many steps have enough deals on both sides to be compared. */
export const comparableSteps = (steps: readonly Pick<FunnelStep, 'now' | 'before'>[]): number =>
  steps.filter(isComparable).length

const isComparable = ({ now, before }: Pick<FunnelStep, 'now' | 'before'>) => now.n >= ENOUGH && before.n >= ENOUGH

/**
 * Steps whose share fell significantly: a two-proportion z-test of each step with `ENOUGH` on both sides, the false ones held
 * down to `FALSE_SHARE` over all of them. Ranked by what is at stake: value entering × (share before − share now) × win rate
 * from the next stage, then by how sure it is.
 */
export const weakSteps = (steps: readonly FunnelStep[], digits: number): WeakStep[] => {
  const tested = steps.filter(isComparable).map((step) => ({ step, ...twoProportions(step.now, step.before) }))
  const called = benjaminiHochberg(
    tested.map(({ p }) => p),
    FALSE_SHARE,
  )
  return tested
    .filter(({ z }, at) => called[at] && z < 0)
    .map(({ step, p }) => ({ stageId: step.stageId, p, atStake: stakeOf(step, digits) }))
    .toSorted((a, b) => decimal(b.atStake ?? '0').comparedTo(a.atStake ?? '0') || a.p - b.p)
}

const stakeOf = ({ now, before, enteredValue, winRateAfter }: FunnelStep, digits: number): string | null =>
  winRateAfter === null
    ? null
    : decimal(enteredValue)
        .times(shareOf(before) - shareOf(now))
        .times(winRateAfter)
        .toFixed(digits)
