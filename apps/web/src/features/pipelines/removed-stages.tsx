/** Stages the draft takes away: where their deals go, which deals these are, and the way back. */
import { useQuery } from '@tanstack/react-query'
import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceChip } from '../../ui/choice-chip.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Pending } from '../../ui/pending.tsx'
import { useConsole } from './console.ts'
import { isEnd, isNew, mapDeals, restoreStage } from './draft.ts'
import { stockOf } from './effects.ts'
import { dealsIn, type Stage } from './pipelines.queries.ts'
import styles from './removed-stages.module.css'

function Target({ stage }: { stage: Stage }) {
  const { t } = useTranslation('pipelines')
  const textOf = useLabel()
  const { draft, edit, faults } = useConsole()
  const chosen = draft.mapping[stage.id] ?? ''
  // What has no id yet cannot be named to the server; a moment later it can.
  const offered = draft.stages.filter((one) => !isNew(one.id) && isEnd(one) === isEnd(stage))
  const options = [
    ...(chosen ? [] : [{ value: '', label: t(($) => $.chooseTarget) }]),
    ...offered.map(({ id, label }) => ({ value: id, label: textOf(label) })),
  ]
  const fault = faults.get(`draft.mapping.${stage.id}`)
  return (
    <>
      <ChoiceChip
        label={t(($) => $.targetOf, { name: textOf(stage.label) })}
        value={chosen}
        options={options}
        onChange={(to) => to && edit(mapDeals(draft, stage.id, to))}
      />
      {fault && (
        <p className={styles.fault} role="alert">
          {fault}
        </p>
      )}
    </>
  )
}

function Deals({ stage, to }: { stage: Stage; to: string | undefined }) {
  const textOf = useLabel()
  const format = useFormat()
  const query = useQuery(dealsIn(stage.id))
  if (query.isError) return <Pending of={query} />
  return query.data?.items.map((deal) => (
    <li key={deal.id} className={styles.deal}>
      <span>{deal.name}</span>
      <span className={styles.quiet}>{deal.customer && textOf(deal.customer.label ?? '')}</span>
      <span className={styles.way}>
        {textOf(stage.label)}
        <Icon of={IconArrowRight} size={13} />
        <b>{to ?? '?'}</b>
      </span>
      <span className={styles.sum} data-figure>
        {format.money(deal.baseAmount ?? '0', format.reader.currency, 'compact')}
      </span>
    </li>
  ))
}

function Removed({ stage }: { stage: Stage }) {
  const { t } = useTranslation('pipelines')
  const textOf = useLabel()
  const format = useFormat()
  const { draft, edit, seen, pipeline } = useConsole()
  const name = textOf(stage.label)
  const before = stockOf(seen, stage.id)?.before
  const target = draft.stages.find(({ id }) => id === draft.mapping[stage.id])
  const restore = () => edit(restoreStage(draft, pipeline.stages ?? [], stage.id))
  return (
    <section className={styles.removed} aria-label={t(($) => $.removed, { name })}>
      <div className={styles.head}>
        <h3>{t(($) => $.removed, { name })}</h3>
        {before && before.count > 0 && (
          <span className={styles.quiet}>{t(($) => $.dealsMoveTo, { count: before.count })}</span>
        )}
        {before && before.count > 0 && <Target stage={stage} />}
        <Button small tone="quiet" onClick={restore}>
          {t(($) => $.keepStage)}
        </Button>
        {before && before.count > 0 && (
          <b className={styles.sum} data-figure>
            {format.money(before.baseAmount, format.reader.currency, 'compact')}
          </b>
        )}
      </div>
      {before && before.count > 0 && (
        <ul>
          <Deals stage={stage} to={target && textOf(target.label)} />
        </ul>
      )}
    </section>
  )
}

export function RemovedStages() {
  const { draft, pipeline } = useConsole()
  const gone = (pipeline.stages ?? []).filter(({ id }) => !draft.stages.some((stage) => stage.id === id))
  return gone.map((stage) => <Removed key={stage.id} stage={stage} />)
}
