/** An activity that was done, as an entry of a timeline. */
import { activityKinds } from '@rapport/domain/features/activities/activity-choices.ts'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { recordPath } from '../../app/paths.ts'
import { useLabel, type Label } from '../../lib/use-language.ts'
import { Chip } from '../../ui/marks/chip.tsx'
import { choiceLabel } from '../../ui/record-grid/cells.ts'
import type { TimelineEntry } from '../../ui/timeline.tsx'
import type { Activity } from './activities.queries.ts'
import { activityIcons } from './activity-icons.ts'
import { ActivityMenu } from './activity-menu.tsx'

/** When it happened; imported ones may know only when they were entered. */
const doneAt = ({ actualEnd, actualStart, updatedAt }: Activity): string => actualEnd ?? actualStart ?? updatedAt

type Named = { label: Label | string } | null | undefined
type Worded = { kind: string; subject: string; body: string | null; owner?: Named; contact?: Named; outcome?: Named }

// Notes that begin with the subject do not say it twice.
const notesOf = ({ subject, body }: Worded): string | null => {
  if (!body || body.trim() === subject) return null
  return body.startsWith(`${subject}\n`) ? body.slice(subject.length).trim() : body
}

/** Who did what with whom, what came of it, and the notes below. */
export function useWording(): (activity: Worded) => Pick<TimelineEntry, 'title' | 'body'> {
  const textOf = useLabel()
  return (activity) => {
    const { owner, contact, outcome, subject, kind } = activity
    const notes = notesOf(activity)
    const what = textOf(choiceLabel({ choices: activityKinds }, kind))
    return {
      title: (
        <>
          {owner && `${textOf(owner.label)} `}
          {what} {contact && <b>{textOf(contact.label)}</b>}
          {subject !== what && ` · ${subject}`} {outcome && <Chip>{textOf(outcome.label)}</Chip>}
        </>
      ),
      ...(notes && { body: notes }),
    }
  }
}

/** On the timeline of the record `of`; what else it is about leads there. */
export function useActivityEntry(of: string): (activity: Activity) => TimelineEntry {
  const { t } = useTranslation('activities')
  const textOf = useLabel()
  const wordsOf = useWording()
  return (activity) => {
    const { title, body } = wordsOf(activity)
    const { opportunity } = activity
    const deal = opportunity && opportunity.id !== of ? opportunity : null
    return {
      id: activity.id,
      at: doneAt(activity),
      icon: activityIcons[activity.kind],
      title: (
        <>
          {title} {activity.private && <Chip>{t(($) => $.private)}</Chip>}
        </>
      ),
      aside: <ActivityMenu activity={activity} />,
      ...(body && { body }),
      ...(deal && { about: <Link to={recordPath('opportunities', deal.id)}>{textOf(deal.label)}</Link> }),
    }
  }
}
