/** When an activity is due, in words that carry the state. */
import { nextActionState } from '@rapport/domain/next-action.ts'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import type { Activity } from './activities.queries.ts'

export function useDue() {
  const { t } = useTranslation('activities')
  const format = useFormat()
  return ({
    plannedStart,
  }: Pick<Activity, 'plannedStart'>): { state: 'planned' | 'none' | 'overdue'; words: string } => {
    const { state, daysLate } = nextActionState(plannedStart, format.now(), format.reader.timeZone)
    if (plannedStart === null || state === 'none') return { state: 'none', words: t(($) => $.undated) }
    const late = state === 'overdue'
    return { state, words: late ? t(($) => $.late, { count: daysLate }) : format.shortDateTime(plannedStart) }
  }
}
