/** What is to be done next, each step with its buttons; a record without one says so. */
import { activityKinds } from '@rapport/domain/features/activities/activity-choices.ts'
import { nextActionState } from '@rapport/domain/next-action.ts'
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
import { useSendingSteps, type SendingStep as Sending } from './sending.tsx'

/** When it is due, in words that carry the state. */
function useDue() {
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

/** What has been sent along with a log and is not answered yet. */
function SendingStep({ step }: { step: Sending }) {
  const due = useDue()(step)
  return (
    <li className={styles.step} data-state={due.state} aria-busy>
      <NextStep {...due} />
      <p className={styles.subject}>{step.subject}</p>
      <p className={styles.about}>{step.kind}</p>
    </li>
  )
}

export function NextSteps({ about }: { about: About }) {
  const { t } = useTranslation('activities')
  const { data, isPending } = useQuery(openFor(about))
  const sending = useSendingSteps(about, (id) => data?.items.some((step) => step.id === id) ?? false)
  return (
    <Section bare title={t(($) => $.nextSteps)} aside={data && data.items.length > 1 && data.items.length}>
      {isPending && <Waiting rows={2} />}
      {data?.items.length === 0 && sending.length === 0 && (
        <div className={styles.step} data-state="none">
          <NextStep state="none" words={t(($) => $.noNextStep)} />
          <p className={styles.about}>{t(($) => $.noNextStepHelp)}</p>
        </div>
      )}
      <ul className={styles.steps}>
        {sending.map((step) => (
          <SendingStep key={step.key} step={step} />
        ))}
        {data?.items.map((activity) => (
          <Step key={activity.id} activity={activity} />
        ))}
      </ul>
    </Section>
  )
}
