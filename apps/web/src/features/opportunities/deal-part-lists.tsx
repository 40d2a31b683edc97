/** The lists that hang on a deal, as they read on its page. */
import { attitudeLabel } from '@rapport/domain/features/opportunities/attitudes.ts'
import { buyingRoleLabels } from '@rapport/domain/features/pipelines/criterion-choices.ts'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { recordPath } from '../../app/paths.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Avatar } from '../../ui/marks/avatar.tsx'
import type { Opportunity } from './opportunities.queries.ts'
import styles from './deal-parts.module.css'

type Props = { deal: Opportunity }

export function LineList({ deal }: Props) {
  const { t } = useTranslation('opportunities')
  const format = useFormat()
  const textOf = useLabel()
  return (
    <ul className={styles.rows}>
      {deal.lines?.map((line) => (
        <li key={line.id}>
          <span className={styles.part}>
            <span>{textOf(line.product.label)}</span>
            <em data-figure>
              {format.number(line.quantity, 4)} × {format.unitPrice(line.unitPrice, deal.currency)}
              {Number(line.discount) > 0 &&
                ` · ${t(($) => $.line.off, { discount: format.percent(line.discount, line.discount.length > 4 ? 1 : 0) })}`}
            </em>
            {line.description && <em>{line.description}</em>}
          </span>
          <b data-figure>{format.bareMoney(line.net, deal.currency)}</b>
        </li>
      ))}
      <li className={styles.sum}>
        <span className={styles.grow}>{t(($) => $.line.total)}</span>
        <b data-figure>{format.money(deal.amount, deal.currency, 'trim')}</b>
      </li>
    </ul>
  )
}

export function PeopleList({ deal }: Props) {
  const textOf = useLabel()
  return (
    <ul className={styles.rows}>
      {deal.contacts?.map(({ contactId, contact, buyingRole, attitude }) => (
        <li key={contactId}>
          <Avatar name={textOf(contact.label)} />
          <Link className={styles.grow} to={recordPath('contacts', contactId)}>
            {textOf(contact.label)}
          </Link>
          <span>
            {textOf(buyingRoleLabels[buyingRole])}
            {attitude !== 0 && ` · ${textOf(attitudeLabel(attitude))}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

export function CompetitorList({ deal }: Props) {
  const textOf = useLabel()
  return (
    <ul className={styles.rows}>
      {deal.competitors?.map(({ competitorId, competitor, note }) => (
        <li key={competitorId}>
          <span className={styles.part}>
            <span>{textOf(competitor.label)}</span>
            {note && <em>{note}</em>}
          </span>
        </li>
      ))}
    </ul>
  )
}
