/** One record that may be the same, and one that is known to exist and no more. */
import { duplicateReasons } from '@rapport/domain/features/duplicates/reasons.ts'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../../lib/use-format.ts'
import { useLanguage } from '../../lib/use-language.ts'
import type { Duplicates } from './duplicates.queries.ts'
import styles from './duplicate-warning.module.css'

export function MatchLine({ match, href }: { match: Duplicates['matches'][number]; href: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const format = useFormat()
  const reasons = match.reasons.map((reason) => duplicateReasons[reason].label[language])
  return (
    <li>
      <span className={styles.level} data-level={match.level}>
        {t(($) => $.duplicates[match.level])}
      </span>
      <Link to={href} target="_blank" rel="noreferrer">
        {match.label}
      </Link>
      <span className={styles.quiet}>
        {[match.detail, match.owner, format.list(reasons)].filter(Boolean).join(' · ')}
      </span>
    </li>
  )
}

export function HiddenLine({ hidden }: { hidden: Duplicates['hidden'][number] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const since = format.date(hidden.since.slice(0, 10))
  return (
    <li>
      <span className={styles.level} data-level={hidden.level}>
        {t(($) => $.duplicates[hidden.level])}
      </span>
      <span>
        {hidden.owner
          ? t(($) => $.duplicates.ownedBy, { owner: hidden.owner, since })
          : t(($) => $.duplicates.beyond, { since })}
      </span>
    </li>
  )
}
