/** What the deal still needs before it can move on, and the written guidance of its stage. */
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import { Icon } from '../../ui/icon.tsx'
import { Section } from '../../ui/section.tsx'
import type { Opportunity } from './opportunities.queries.ts'
import styles from './deal-parts.module.css'

export function CriteriaList({ deal }: { deal: Opportunity }) {
  const { t } = useTranslation('opportunities')
  const textOf = useLabel()
  const criteria = deal.criteria ?? []
  if (criteria.length === 0 || deal.phase === 'won' || deal.phase === 'lost') return null
  const missing = criteria.filter(({ met }) => !met).length
  const note = missing === 0 ? t(($) => $.record.allMet) : t(($) => $.record.missing, { count: missing })
  return (
    <Section bare title={t(($) => $.record.criteria)} note={note}>
      <ul className={styles.criteria}>
        {criteria.map((one) => (
          <li key={one.criterionId} data-met={one.met || undefined}>
            <Icon of={one.met ? IconCircleCheck : IconCircleDashed} />
            <span>
              {textOf(one.label)}
              {one.missing && <em>{textOf(one.missing)}</em>}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
