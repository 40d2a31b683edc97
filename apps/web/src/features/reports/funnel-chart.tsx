/** The funnel as horizontal bars with the conversion between them; the step with the lowest share is marked. */
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
const ENOUGH = 20

/** The step from which the smallest share goes on, among those with enough deals to say so. */
const weakest = (stages: Stage[]): Stage | undefined =>
  stages
    .filter(({ conversion }) => conversion.n >= ENOUGH && conversion.value !== null)
    .toSorted((a, b) => (a.conversion.value ?? 1) - (b.conversion.value ?? 1))[0]

function Step({ stage, weak }: { stage: Stage; weak: boolean }) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const { conversion, medianDays, open } = stage
  if (conversion.value === null) return <p className={styles.step}>{t(($) => $.noneLeft)}</p>
  return (
    <p className={styles.step} data-weak={weak || undefined}>
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
      {open > 0 && <span>{t(($) => $.stillOpen, { count: open })}</span>}
    </p>
  )
}

function Bars({ report }: { report: FunnelReport }) {
  const format = useFormat()
  const textOf = useLabel()
  const stages = report.stages.filter(({ phase }) => phase !== 'lost')
  const widest = Math.max(1, ...stages.map(({ entered }) => entered))
  const weak = weakest(stages.filter(({ phase }) => phase !== 'won'))
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
          {stage.phase !== 'won' && <Step stage={stage} weak={stage === weak} />}
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
  const labels = [...words, t(($) => $.open), t(($) => $.conversion), t(($) => $.medianDays)]
  const rows = report.stages.map(({ stageId, label, entered, forward, lost, back, open, conversion, medianDays }) => {
    const share = conversion.value === null ? '–' : format.percent(conversion.value)
    return { key: stageId, cells: [textOf(label), entered, forward, lost, back, open, share, medianDays ?? '–'] }
  })
  return { columns: labels.map((label, at) => ({ label, numeric: at > 0 })), rows }
}

function Funnel({ report }: { report: FunnelReport }) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const textOf = useLabel()
  const table = useTable(report)
  const weak = weakest(report.stages.filter(({ phase }) => phase === 'open' || phase === 'commit'))
  const share = format.percent(weak?.conversion.value ?? 0)
  const takeaway = weak ? t(($) => $.weakStep, { stage: textOf(weak.label), share }) : t(($) => $.noWeakStep)
  const how = <How of={['stageConversion', 'stageDwell']} />
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
