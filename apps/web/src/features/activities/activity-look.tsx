/** One activity beside the list: what is to be done about it, what came of it, and the records it belongs to. */
import { activityFields as fields } from '@rapport/domain/features/activities/activities.fields.ts'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { recordPath } from '../../app/paths.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel, type Label } from '../../lib/use-language.ts'
import { Fact, FactGroup } from '../../ui/facts.tsx'
import { choiceLabel } from '../../ui/record-grid/cells.ts'
import { RecordPanel } from '../../ui/record-panel.tsx'
import { activityQuery, type Activity } from './activities.queries.ts'
import styles from './activities-page.module.css'
import { isOpen } from './activity-columns.tsx'
import { Step } from './step.tsx'
import steps from './next-steps.module.css'

type Ref = { id: string; label: Label | string } | null | undefined
type Props = { id: string; known: Activity | undefined; completing: boolean; onClose: () => void }

const belongsTo = [
  ['customers', 'customerId', 'customer'],
  ['opportunities', 'opportunityId', 'opportunity'],
  ['contacts', 'contactId', 'contact'],
] as const

function Records({ activity }: { activity: Activity }) {
  const textOf = useLabel()
  return belongsTo.map(([noun, field, as]) => {
    const to: Ref = activity[as]
    if (!to) return null
    return (
      <Fact key={noun} label={fields[field].label}>
        <Link to={recordPath(noun, to.id)}>{textOf(to.label)}</Link>
      </Fact>
    )
  })
}

function Facts({ activity }: { activity: Activity }) {
  const { t } = useTranslation('activities')
  const textOf = useLabel()
  const format = useFormat()
  const { owner, outcome, plannedStart, actualEnd } = activity
  return (
    <FactGroup title={t(($) => $.details)}>
      <Records activity={activity} />
      <Fact label={fields.kind.label}>{textOf(choiceLabel(fields.kind, activity.kind))}</Fact>
      <Fact label={fields.status.label}>{textOf(choiceLabel(fields.status, activity.status))}</Fact>
      <Fact label={fields.plannedStart.label}>{plannedStart && format.dateTime(plannedStart)}</Fact>
      <Fact label={fields.actualEnd.label}>{actualEnd && format.dateTime(actualEnd)}</Fact>
      <Fact label={fields.ownerId.label}>{owner && textOf(owner.label)}</Fact>
      <Fact label={fields.outcomeId.label}>{outcome && textOf(outcome.label)}</Fact>
      <Fact label={fields.body.label}>{activity.body}</Fact>
    </FactGroup>
  )
}

export default function ActivityLook({ id, known, completing, onClose }: Props) {
  return (
    <RecordPanel
      id={id}
      query={activityQuery(id)}
      known={known}
      titleOf={(activity) => activity?.subject ?? ''}
      onClose={onClose}
    >
      {(activity) =>
        activity && (
          <div className={styles.panel}>
            {isOpen(activity) && (
              <ul className={steps.steps}>
                <Step
                  activity={activity}
                  completing={completing && activity.can.complete}
                  onDone={completing ? onClose : undefined}
                />
              </ul>
            )}
            <Facts activity={activity} />
          </div>
        )
      }
    </RecordPanel>
  )
}
