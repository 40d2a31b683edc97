/** Puts an activity off until the next working day, and says to when. */
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { afterWorkingDays } from '../../ui/date-presets.ts'
import { toast } from '../../ui/toast.tsx'
import { useDeferActivity, type Activity } from './activities.queries.ts'
import { morningOf } from './composed.ts'

export function usePutOff(): (activity: Activity) => void {
  const { t } = useTranslation('activities')
  const format = useFormat()
  const wordsOf = useProblemText()
  const defer = useDeferActivity()
  return (activity) => {
    const day = afterWorkingDays(format.today(), 1)
    // Awaited, because the row may leave the list before a callback of this component would be called.
    defer.mutateAsync({ activity, plannedStart: morningOf(day, format.reader.timeZone) }).then(
      () => toast(t(($) => $.putOffTo, { day: format.shortDate(day) })),
      (error: unknown) => toast(wordsOf(error), { tone: 'problem' }),
    )
  }
}
