/** What is to be done next, each step with its buttons; a record without one says so. */
import { activityKinds } from '@rapport/domain/features/activities/activity-choices.ts'
import { useQuery } from '@tanstack/react-query'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Button } from '../../ui/button.tsx'
import { NextStep } from '../../ui/marks/next-step.tsx'
import { choiceLabel } from '../../ui/record-grid/cells.ts'
import { Section } from '../../ui/section.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { openFor, type About, type Activity } from './activities.queries.ts'
import { ActivityMenu } from './activity-menu.tsx'
import { CompletionForm } from './completion-form.tsx'
import styles from './next-steps.module.css'

/** When it is due, in words that carry the state. */
function useDue() {
  const { t } = useTranslation('activities')
  const format = useFormat()
  return ({ plannedStart }: Activity): { state: 'planned' | 'none' | 'overdue'; words: string } => {
    if (!plannedStart) return { state: 'none', words: t(($) => $.undated) }
    const late = format.daysSince(plannedStart)
    if (late > 0) return { state: 'overdue', words: t(($) => $.late, { count: late }) }
    return { state: 'planned', words: format.shortDateTime(plannedStart) }
  }
}

function Step({ activity }: { activity: Activity }) {
  const { t } = useTranslation('activities')
  const textOf = useLabel()
  const due = useDue()(activity)
  const [completing, setCompleting] = useState(false)
  const kind = textOf(choiceLabel({ choices: activityKinds }, activity.kind))
  const about = [
    kind,
    activity.contact && textOf(activity.contact.label),
    activity.owner && textOf(activity.owner.label),
  ]
  return (
    <li className={styles.step} data-state={due.state}>
      <div className={styles.line}>
        <div className={styles.words}>
          <NextStep {...due} />
          <p className={styles.subject}>{activity.subject}</p>
          <p className={styles.about}>{about.filter(Boolean).join(' · ')}</p>
        </div>
        {activity.can.complete && !completing && (
          <Button small icon={IconCheck} onClick={() => setCompleting(true)}>
            {t(($) => $.complete)}
          </Button>
        )}
        <ActivityMenu activity={activity} />
      </div>
      {completing && <CompletionForm activity={activity} onClose={() => setCompleting(false)} />}
    </li>
  )
}

export function NextSteps({ about }: { about: About }) {
  const { t } = useTranslation('activities')
  const { data, isPending } = useQuery(openFor(about))
  return (
    <Section bare title={t(($) => $.nextSteps)} aside={data && data.items.length > 1 && data.items.length}>
      {isPending && <Waiting rows={2} />}
      {data?.items.length === 0 && (
        <div className={styles.step} data-state="none">
          <NextStep state="none" words={t(($) => $.noNextStep)} />
          <p className={styles.about}>{t(($) => $.noNextStepHelp)}</p>
        </div>
      )}
      <ul className={styles.steps}>
        {data?.items.map((activity) => (
          <Step key={activity.id} activity={activity} />
        ))}
      </ul>
    </Section>
  )
}
