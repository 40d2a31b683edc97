/** The stages as bars, and between them how many go on; steps that fell significantly are marked, with why. */
import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Icon } from '../../ui/icon.tsx'
import { figureOf, type FigureOf, type FunnelProps, type Stage } from './funnel-figure.tsx'
import type { FunnelReport } from './reports.queries.ts'
import styles from './analytics.module.css'

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

type StepProps = { stage: Stage; weak: Weak | undefined; currency: string; figure: FigureOf }

function Step({ stage, weak, currency, figure }: StepProps) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const { conversion, medianDays, open } = stage
  if (conversion.value === null) return <p className={styles.step}>{t(($) => $.noneLeft)}</p>
  return (
    <p className={styles.step} data-weak={weak ? true : undefined}>
      <Icon of={IconChevronDown} size={14} />
      <b>{figure(stage, { outcome: 'left', value: conversion.n, words: format.percent(conversion.value) })}</b>
      <span
        title={t(($) => $.interval, {
          low: format.percent(conversion.low ?? 0),
          high: format.percent(conversion.high ?? 1),
          n: conversion.n,
        })}
      >
        {medianDays === null ? t(($) => $.medianUnknown) : t(($) => $.median, { count: medianDays })}
      </span>
      {open > 0 &&
        !weak &&
        figure(stage, { outcome: 'open', value: open, words: t(($) => $.stillOpen, { count: open }) })}
      {weak && <Why stage={stage} weak={weak} currency={currency} />}
    </p>
  )
}

export function FunnelBars({ report, window }: FunnelProps) {
  const format = useFormat()
  const textOf = useLabel()
  const stages = report.stages.filter(({ phase }) => phase !== 'lost')
  const widest = Math.max(1, ...stages.map(({ entered }) => entered))
  const figure = figureOf(window)
  const weakAt = (stageId: string) => report.weak.find((one) => one.stageId === stageId)
  return (
    <ol>
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
              <b>{figure(stage, { value: stage.entered, words: format.number(stage.entered) })}</b>
            </span>
            {stage.enteredValue !== null && (
              <span className={styles.barValue}>
                {figure(stage, {
                  value: stage.enteredValue,
                  words: format.money(stage.enteredValue, report.currency, 'compact'),
                })}
              </span>
            )}
          </div>
          {stage.phase !== 'won' && (
            <Step stage={stage} weak={weakAt(stage.stageId)} currency={report.currency} figure={figure} />
          )}
        </li>
      ))}
    </ol>
  )
}
