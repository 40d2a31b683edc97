/** The columns of the list of activities. */
import { activityFields as fields } from '@rapport/domain/features/activities/activities.fields.ts'
import type { Fields } from '@rapport/domain/field/kinds.ts'
import { openStatuses } from '@rapport/domain/next-action.ts'
import { IconCheck } from '@tabler/icons-react'
import { useMemo, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { recordPath } from '../../app/paths.ts'
import { textOf, useLabel, type Label } from '../../lib/use-language.ts'
import { Icon } from '../../ui/icon.tsx'
import { Person } from '../../ui/marks/avatar.tsx'
import { NextStep } from '../../ui/marks/next-step.tsx'
import { choiceLabel, labelOfRef } from '../../ui/record-grid/cells.ts'
import type { GridColumn } from '../../ui/record-grid/columns.ts'
import { When } from '../../ui/when.tsx'
import type { Activity } from './activities.queries.ts'
import { activityIcons } from './activity-icons.ts'
import styles from './activities-page.module.css'
import { useDue } from './use-due.ts'

type Column = GridColumn<Activity>
type Ref = { id: string; label: Label | string } | null | undefined

const column = (id: keyof typeof fields, width: number, cell: Column['cell'], more: Partial<Column> = {}): Column => {
  const field: Fields[string] = fields[id]
  return { id, label: field.label, width, cell, sortable: Boolean(field.sortable), ...more }
}

export const isOpen = ({ status }: Activity) => openStatuses.some((open) => open === status)

/** When it is to be done, late ones in words; of what is over, the plan there was. */
export function Due({ activity }: { activity: Activity }) {
  const due = useDue()(activity)
  if (isOpen(activity)) return <NextStep {...due} />
  return <When at={activity.plannedStart} />
}

/** The kind as its icon and word. */
export function Kind({ of: { kind } }: { of: Activity }) {
  const say = useLabel()
  return (
    <span className={styles.kind}>
      <Icon of={activityIcons[kind]} size={15} />
      {say(choiceLabel(fields.kind, kind))}
    </span>
  )
}

/** The record it belongs to, a click away; the row itself opens the activity. */
function About({ noun, to }: { noun: string; to: Ref }) {
  const say = useLabel()
  if (!to) return null
  return (
    <Link to={recordPath(noun, to.id)} tabIndex={-1} className={styles.about}>
      {say(to.label)}
    </Link>
  )
}

/** How it stands; what is open can be completed on the spot. */
function State({ activity, onComplete }: { activity: Activity; onComplete: (id: string) => void }) {
  const { t } = useTranslation('activities')
  const say = useLabel()
  const complete = (event: MouseEvent) => {
    // The row would open as well.
    event.preventDefault()
    onComplete(activity.id)
  }
  return (
    <span className={styles.state}>
      {say(choiceLabel(fields.status, activity.status))}
      {activity.can.complete && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.complete}
          aria-label={t(($) => $.completeOf, { name: activity.subject })}
          onClick={complete}
        >
          <Icon of={IconCheck} size={14} />
          {t(($) => $.complete)}
        </button>
      )}
    </span>
  )
}

export function useActivityColumns(readable: Fields, me: string, onComplete: (id: string) => void): Column[] {
  return useMemo(() => {
    const all: Column[] = [
      column('subject', 200, ({ subject }) => subject, { grow: true }),
      column('kind', 80, (activity) => <Kind of={activity} />),
      column('plannedStart', 128, (activity) => <Due activity={activity} />),
      column('status', 128, (activity) => <State activity={activity} onComplete={onComplete} />),
      column('actualEnd', 88, ({ actualEnd }) => <When at={actualEnd} />),
      column('customerId', 160, ({ customer }) => <About noun="customers" to={customer} />),
      column('opportunityId', 144, ({ opportunity }) => <About noun="opportunities" to={opportunity} />),
      column(
        'ownerId',
        88,
        ({ owner, ownerId }, format) =>
          owner && <Person name={textOf(owner.label, format.reader.language)} me={ownerId === me} />,
      ),
      column('outcomeId', 112, ({ outcome }, format) => labelOfRef(outcome, format.reader.language), {
        optional: true,
      }),
      column('contactId', 120, ({ contact }) => <About noun="contacts" to={contact} />, { optional: true }),
      column('teamId', 120, ({ team }, format) => labelOfRef(team, format.reader.language), { optional: true }),
      column('deferCount', 88, ({ deferCount }) => deferCount || '', { optional: true, numeric: true }),
    ]
    return all.filter(({ id }) => id in readable)
  }, [readable, me, onComplete])
}
