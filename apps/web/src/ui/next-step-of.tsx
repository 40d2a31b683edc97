/** The next step of a record from its date and title: planned, overdue by days, or none. */
import { nextActionState } from '@rapport/domain/next-action.ts'
import { useTranslation } from 'react-i18next'
import { dayOf } from '../lib/format-dates.ts'
import { useFormat } from '../lib/use-format.ts'
import { NextStep } from './marks/next-step.tsx'

/** `at` is absent where the reader's role hides it, and then nothing is said. */
type Props = { at: string | null | undefined; title: string | null | undefined; quiet?: boolean }

export function NextStepOf({ at, title, quiet = false }: Props) {
  const { t } = useTranslation()
  const { reader, now, nearDay } = useFormat()
  if (at === undefined) return null
  const { state, daysLate } = nextActionState(at, now(), reader.timeZone)
  if (at === null || state === 'none') return <NextStep state="none" words={t(($) => $.next.none)} quiet={quiet} />
  const when =
    state === 'overdue' ? t(($) => $.next.overdue, { count: daysLate }) : nearDay(dayOf(new Date(at), reader.timeZone))
  return <NextStep state={state} words={`${when} ${title ?? ''}`.trim()} quiet={quiet} />
}
