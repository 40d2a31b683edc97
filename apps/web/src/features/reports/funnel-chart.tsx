/** The funnel as horizontal bars with the conversion between them; steps that fell significantly are marked, with why. */
import { useQuery } from '@tanstack/react-query'
import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { ChartFigure, type ChartTable } from '../../ui/chart-figure.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { How } from './how.tsx'
import { funnelQuery, type FunnelReport, type Window } from './reports.queries.ts'
import styles from './analytics.module.css'

type Stage = FunnelReport['stages'][number]
type Weak = FunnelReport['weak'][number]

/** Why the step is pointed at: what it was before, how many were lost there, and what that costs. */
function Why({ stage, weak, currency }: { stage: Stage; weak: Weak; currency: string }) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const share = format.percent(stage.conversionBefore?.value ?? 0)
  return (
    <>
      <span>{t(($) => $.weakWhy, { share, count: stage.lost + stage.back })}</span>
      {weak.atStake !== null && (
        <b className={styles.stake} data-figure>
          {t(($) => $.atStake, { amount: format.money(weak.atStake, currency, 'compact') })}
        </b>
      )}
    </>
  )
}

function Step({ stage, weak, currency }: { stage: Stage; weak: Weak | undefined; currency: string }) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const { conversion, medianDays, open } = stage
  if (conversion.value === null) return <p className={styles.step}>{t(($) => $.noneLeft)}</p>
  return (
    <p className={styles.step} data-weak={weak ? true : undefined}>
      <Icon of={IconChevronDown} size={14} />
      <b data-figure>{format.percent(conversion.value)}</b>
      <span
        title={t(($) => $.interval, {
          low: format.percent(conversion.low ?? 0),
          high: format.percent(conversion.high ?? 1),
          n: conversion.n,
        })}
      >
        {medianDays === null ? t(($) => $.medianUnknown) : t(($) => $.median, { count: medianDays })}
      </span>
      {open > 0 && !weak && <span>{t(($) => $.stillOpen, { count: open })}</span>}
      {weak && <Why stage={stage} weak={weak} currency={currency} />}
    </p>
  )
}

function Bars({ report }: { report: FunnelReport }) {
  const format = useFormat()
  const textOf = useLabel()
  const stages = report.stages.filter(({ phase }) => phase !== 'lost')
  const widest = Math.max(1, ...stages.map(({ entered }) => entered))
  const weakAt = (stageId: string) => report.weak.find((one) => one.stageId === stageId)
  return (
    <ol className={styles.funnel}>
      {stages.map((stage) => (
        <li key={stage.stageId}>
          <div className={styles.bar}>
            <span className={styles.barName}>{textOf(stage.label)}</span>
            <span className={styles.track}>
              <i
                style={{
                  width: `calc((100% - 5ch) * ${stage.entered / widest})`, // the number beside it must not squeeze the longest
                  background: `var(--rp-${stage.phase === 'won' ? 'ok-mark' : stage.color})`,
                }}
              />
              <b data-figure>{format.number(stage.entered)}</b>
            </span>
            {stage.enteredValue !== null && (
              <span className={styles.barValue} data-figure>
                {format.money(stage.enteredValue, report.currency, 'compact')}
              </span>
            )}
          </div>
          {stage.phase !== 'won' && <Step stage={stage} weak={weakAt(stage.stageId)} currency={report.currency} />}
        </li>
      ))}
    </ol>
  )
}

function useTable(report: FunnelReport): ChartTable {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const textOf = useLabel()
  const words = [t(($) => $.stage), t(($) => $.entered), t(($) => $.forward), t(($) => $.lost), t(($) => $.back)]
  const before = report.compared ? [t(($) => $.conversionBefore)] : []
  const labels = [...words, t(($) => $.open), t(($) => $.conversion), ...before, t(($) => $.medianDays)]
  const share = (of: Stage['conversion'] | null) => (typeof of?.value === 'number' ? format.percent(of.value) : '–')
  const rows = report.stages.map((stage) => {
    const { stageId, label, entered, forward, lost, back, open, conversion, conversionBefore, medianDays } = stage
    const shares = [share(conversion), ...(report.compared ? [share(conversionBefore)] : [])]
    return { key: stageId, cells: [textOf(label), entered, forward, lost, back, open, ...shares, medianDays ?? '–'] }
  })
  return { columns: labels.map((label, at) => ({ label, numeric: at > 0 })), rows }
}

/** What the funnel says in a sentence: the step with most at stake, or why none is pointed at. */
function useTakeaway({ weak, stages, compared, comparable }: FunnelReport): string {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const textOf = useLabel()
  const worst = stages.find(({ stageId }) => stageId === weak[0]?.stageId)
  if (worst)
    return t(($) => $.weakStep, {
      stage: textOf(worst.label),
      share: format.percent(worst.conversion.value ?? 0),
      before: format.percent(worst.conversionBefore?.value ?? 0),
    })
  if (!compared) return t(($) => $.noWeakStep.period)
  return comparable === 0 ? t(($) => $.noWeakStep.few) : t(($) => $.noWeakStep.none)
}

function Funnel({ report }: { report: FunnelReport }) {
  const { t } = useTranslation('reports')
  const table = useTable(report)
  const takeaway = useTakeaway(report)
  const how = <How of={['stageConversion', 'stageDwell', 'weakStep', 'comparedPeriod']} />
  return (
    <ChartFigure title={t(($) => $.funnel)} takeaway={takeaway} table={table} how={how}>
      <Bars report={report} />
    </ChartFigure>
  )
}

export function FunnelChart({ window }: { window: Window & { pipelineId: string } }) {
  const { data } = useQuery(funnelQuery(window))
  return data ? <Funnel report={data} /> : <Waiting />
}
