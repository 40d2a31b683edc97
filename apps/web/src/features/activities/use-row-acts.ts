/** What the keyboard does with an activity of a list, by the keys of the inbox: done, and put off until the next working day. */
import { useTranslation } from 'react-i18next'
import type { Action } from '../../lib/actions.ts'
import type { Activity } from './activities.queries.ts'
import { usePutOff } from './use-put-off.ts'

export function useRowActs(complete: (id: string) => void): (activity: Activity) => Action[] {
  const { t } = useTranslation('activities')
  const putOff = usePutOff()
  return (activity) => {
    const { id, can } = activity
    const offered = [
      { id: 'done', label: t(($) => $.completeRow), keys: 'E', run: () => complete(id), isOffered: can.complete },
      { id: 'later', label: t(($) => $.putOffRow), keys: 'D', run: () => putOff(activity), isOffered: can.defer },
    ]
    return offered.flatMap(({ id: act, isOffered, ...action }) =>
      isOffered ? [{ id: `activities:${act}`, group: 'page' as const, ...action }] : [],
    )
  }
}
