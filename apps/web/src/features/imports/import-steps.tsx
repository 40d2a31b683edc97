/** The four steps, those that are done, and where one stands. A step one may return to is a link. */
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Icon } from '../../ui/icon.tsx'
import styles from './imports.module.css'

export const steps = ['file', 'map', 'check', 'run'] as const
export type Step = (typeof steps)[number]

type Props = { at: Step; hrefOf: (step: Step) => string | null }

export function ImportSteps({ at, hrefOf }: Props) {
  const { t } = useTranslation('imports')
  const position = steps.indexOf(at)
  return (
    <nav aria-label={t(($) => $.steps.label)}>
      <ol className={styles.steps}>
        {steps.map((step, index) => {
          const isDone = index < position
          const href = step === at ? null : hrefOf(step)
          const words = (
            <>
              <i aria-hidden>{isDone ? <Icon of={IconCheck} size={12} /> : index + 1}</i>
              <span className={styles.stepName}>{t(($) => $.steps[step])}</span>
            </>
          )
          return (
            <li key={step} data-done={isDone || undefined} aria-current={step === at ? 'step' : undefined}>
              {href === null ? <span className={styles.step}>{words}</span> : <Link to={href}>{words}</Link>}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
