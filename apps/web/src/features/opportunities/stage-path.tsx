/** The stages as a path: done, current, ahead. A click moves the deal; the current one says how long it has been there. */
import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import type { Opportunity, Pipeline } from './opportunities.queries.ts'
import styles from './stage-path.module.css'

type Stage = NonNullable<Pipeline['stages']>[number]
type Props = { deal: Opportunity; stages: Stage[]; onMove: (stage: Stage) => void }

const stateOf = (at: number, current: number) => (at < current ? 'done' : at === current ? 'current' : 'ahead')

/** Where there is no room for all stages, the one the deal is in is in sight. */
function useInSight(current: number) {
  const path = useRef<HTMLOListElement>(null)
  useLayoutEffect(() => {
    const stage = path.current?.children[current]
    if (!path.current || !(stage instanceof HTMLElement)) return
    const beside = path.current.clientWidth - stage.offsetWidth
    path.current.scrollLeft = stage.offsetLeft - path.current.offsetLeft - beside / 2
  }, [current])
  return path
}

export function StagePath({ deal, stages, onMove }: Props) {
  const { t } = useTranslation('opportunities')
  const textOf = useLabel()
  const walked = stages.filter(({ phase }) => phase !== 'lost')
  const current = walked.findIndex(({ id }) => id === deal.stageId)
  const isLost = deal.phase === 'lost'
  const path = useInSight(current)
  if (!deal.stageId && !isLost) return null // where it stands is hidden
  return (
    <ol ref={path} className={styles.path} aria-label={t(($) => $.record.path)} data-lost={isLost || undefined}>
      {walked.map((stage, at) => {
        const state = isLost ? 'ahead' : stateOf(at, current)
        return (
          <li key={stage.id} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
            <button type="button" disabled={!deal.can.move || state === 'current'} onClick={() => onMove(stage)}>
              <i aria-hidden />
              <span>{textOf(stage.label)}</span>
            </button>
          </li>
        )
      })}
    </ol>
  )
}

/** "12 days here, limit 10", amber once the limit is passed; of a lost deal, why it was lost. */
export function StageStay({ deal, stages }: Pick<Props, 'deal' | 'stages'>) {
  const { t } = useTranslation('opportunities')
  const textOf = useLabel()
  const max = stages.find(({ id }) => id === deal.stageId)?.maxDays
  if (deal.phase === 'lost' && deal.reason)
    return <p className={styles.stay}>{t(($) => $.record.lostBecause, { reason: textOf(deal.reason?.label ?? '') })}</p>
  if (deal.phase === 'won' || deal.phase === 'lost' || deal.daysInStage === undefined) return null
  const words = max
    ? t(($) => $.record.stayedOf, { count: deal.daysInStage, max })
    : t(($) => $.record.stayedFor, { count: deal.daysInStage })
  return (
    <p className={styles.stay} data-rotting={deal.rotting || undefined} data-figure>
      {words}
    </p>
  )
}
