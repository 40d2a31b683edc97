/** An activity that was done, as an entry of a timeline. */
import { activityKinds } from '@rapport/domain/features/activities/activity-choices.ts'
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import { Chip } from '../../ui/marks/chip.tsx'
import { choiceLabel } from '../../ui/record-grid/cells.ts'
import type { TimelineEntry } from '../../ui/timeline.tsx'
import type { Activity } from './activities.queries.ts'
import { activityIcons } from './activity-icons.ts'
import { ActivityMenu } from './activity-menu.tsx'

/** When it happened; imported ones may know only when they were entered. */
export const doneAt = ({ actualEnd, actualStart, updatedAt }: Activity): string => actualEnd ?? actualStart ?? updatedAt

// Notes that begin with the subject do not say it twice.
const notesOf = ({ subject, body }: Activity): string | null => {
  if (!body || body.trim() === subject) return null
  return body.startsWith(`${subject}\n`) ? body.slice(subject.length).trim() : body
}

export function useActivityEntry(): (activity: Activity) => TimelineEntry {
  const { t } = useTranslation('activities')
  const textOf = useLabel()
  return (activity) => {
    const { owner, contact, outcome, subject } = activity
    const notes = notesOf(activity)
    return {
      id: activity.id,
      at: doneAt(activity),
      icon: activityIcons[activity.kind],
      title: (
        <>
          {owner && `${textOf(owner.label)} `}
          {textOf(choiceLabel({ choices: activityKinds }, activity.kind))} {contact && <b>{textOf(contact.label)}</b>}
          {' · '}
          {subject} {outcome && <Chip>{textOf(outcome.label)}</Chip>}{' '}
          {activity.private && <Chip>{t(($) => $.private)}</Chip>}
        </>
      ),
      aside: <ActivityMenu activity={activity} />,
      ...(notes && { body: notes }),
    }
  }
}
