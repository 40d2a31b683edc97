/** A plan in the inbox: when it is due, and what can be done with it on the spot. */
import { nextActionState } from '@rapport/domain/next-action.ts'
import { IconCheck } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { NextStep } from '../../ui/marks/next-step.tsx'
import type { Activity } from '../activities/activities.queries.ts'
import { ActivityMenu } from '../activities/activity-menu.tsx'
import styles from './inbox.module.css'

const CompletionForm = lazy(() => import('../activities/completion-form.tsx'))

type Props = { activity: Activity; completing: boolean; onComplete: (open: boolean) => void }

export function PlanActs({ activity, completing, onComplete }: Props) {
  const { t } = useTranslation('activities')
  const format = useFormat()
  const { plannedStart, can } = activity
  const { state } = nextActionState(plannedStart, format.now(), format.reader.timeZone)
  const when = plannedStart ? format.shortDateTime(plannedStart) : t(($) => $.undated)
  return (
    <div className={styles.plan}>
      <div className={styles.acts}>
        <span className={styles.due}>
          <NextStep state={state} words={when} />
        </span>
        {can.complete && !completing && (
          <Button small icon={IconCheck} onClick={() => onComplete(true)}>
            {t(($) => $.complete)}
          </Button>
        )}
        <ActivityMenu activity={activity} />
      </div>
      <Suspense>{completing && <CompletionForm activity={activity} onClose={() => onComplete(false)} />}</Suspense>
    </div>
  )
}
