/** The next step of a deal in words: planned, none, or overdue by so many days. */
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { NextStep } from '../../ui/marks/next-step.tsx'
import type { Opportunity } from './opportunities.queries.ts'

type Props = { deal: Pick<Opportunity, 'nextActionAt' | 'nextActionTitle' | 'phase'> }

export function DealNextStep({ deal: { nextActionAt, nextActionTitle, phase } }: Props) {
  const { t } = useTranslation('opportunities')
  const format = useFormat()
  if (phase === 'won' || phase === 'lost') return null
  if (!nextActionAt) return <NextStep state="none" words={t(($) => $.noNextStep)} />
  const title = nextActionTitle ?? ''
  const late = format.daysSince(nextActionAt)
  if (late >= 1) return <NextStep state="overdue" words={t(($) => $.overdue, { count: late, title })} />
  return <NextStep state="planned" words={`${format.relative(nextActionAt)} ${title}`.trim()} />
}
