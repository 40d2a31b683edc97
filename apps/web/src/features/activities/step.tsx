/** One step that is to be done, with its buttons. */
import { activityKinds } from '@rapport/domain/features/activities/activity-choices.ts'
import { IconCheck } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import { Button } from '../../ui/button.tsx'
import { NextStep } from '../../ui/marks/next-step.tsx'
import { choiceLabel } from '../../ui/record-grid/cells.ts'
import type { Activity } from './activities.queries.ts'
import { ActivityMenu } from './activity-menu.tsx'
import styles from './next-steps.module.css'
import { useDue } from './use-due.ts'

const CompletionForm = lazy(() => import('./completion-form.tsx'))

type Props = {
  activity: Activity
  /** The form that completes it is open from the start. */
  completing?: boolean
  onDone?: (() => void) | undefined
}

export function Step({ activity, completing: begun = false, onDone }: Props) {
  const { t } = useTranslation('activities')
  const textOf = useLabel()
  const due = useDue()(activity)
  const [completing, setCompleting] = useState(begun)
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
      <Suspense>
        {completing && <CompletionForm activity={activity} onClose={() => setCompleting(false)} onDone={onDone} />}
      </Suspense>
    </li>
  )
}
