/** What is to be done next, each step with its buttons; a record without one says so. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { NextStep } from '../../ui/marks/next-step.tsx'
import { Section } from '../../ui/section.tsx'
import { Pending } from '../../ui/pending.tsx'
import { openFor, type About } from './activities.queries.ts'
import styles from './next-steps.module.css'
import { useSendingSteps, type SendingStep as Sending } from './sending.tsx'
import { Step } from './step.tsx'
import { useDue } from './use-due.ts'

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
  const query = useQuery(openFor(about))
  const { data } = query
  const sending = useSendingSteps(about, (id) => data?.items.some((step) => step.id === id) ?? false)
  return (
    <Section bare title={t(($) => $.nextSteps)} aside={data && data.items.length > 1 && data.items.length}>
      <Pending of={query} rows={2} />
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
