/** The next step of a record from its date and title: planned, overdue by days, or none. */
import { useTranslation } from 'react-i18next'
import { dayOf, daysBetween } from '../lib/format-dates.ts'
import { useFormat } from '../lib/use-format.ts'
import { NextStep } from './marks/next-step.tsx'

type Props = { at: string | null; title: string | null; quiet?: boolean }

export function NextStepOf({ at, title, quiet = false }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  if (!at) return <NextStep state="none" words={t(($) => $.next.none)} quiet={quiet} />
  const day = dayOf(new Date(at), format.reader.timeZone)
  const late = daysBetween(day, format.today())
  const what = title ?? ''
  if (late > 0)
    return <NextStep state="overdue" words={`${t(($) => $.next.overdue, { count: late })} ${what}`} quiet={quiet} />
  return <NextStep state="planned" words={`${format.nearDay(day)} ${what}`} quiet={quiet} />
}
