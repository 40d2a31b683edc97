/** What hangs on a deal: product lines, people with their part in the decision, competitors. */
import { buyingRoleLabels } from '@rapport/domain/features/pipelines/criterion-choices.ts'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { recordPath } from '../../app/paths.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Avatar } from '../../ui/marks/avatar.tsx'
import { Section } from '../../ui/section.tsx'
import type { Opportunity } from './opportunities.queries.ts'
import styles from './opportunity-page.module.css'

function Lines({ deal }: { deal: Opportunity }) {
  const { t } = useTranslation('opportunities')
  const format = useFormat()
  const textOf = useLabel()
  const lines = deal.lines ?? []
  return (
    <Section
      bare
      title={t(($) => $.record.lines)}
      aside={lines.length > 0 && <b data-figure>{format.money(deal.amount, deal.currency, 'trim')}</b>}
    >
      {lines.length === 0 && <p className={styles.none}>{t(($) => $.record.noLines)}</p>}
      <ul className={styles.rows}>
        {lines.map((line) => (
          <li key={line.id}>
            <span className={styles.grow}>{textOf(line.product.label)}</span>
            <span data-figure>
              {format.number(line.quantity, 4)} × {format.bareMoney(line.unitPrice, deal.currency)}
            </span>
            <b data-figure>{format.bareMoney(line.net, deal.currency)}</b>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function People({ deal }: { deal: Opportunity }) {
  const { t } = useTranslation('opportunities')
  const textOf = useLabel()
  const people = deal.contacts ?? []
  return (
    <Section bare title={t(($) => $.record.people)} aside={people.length || undefined}>
      {people.length === 0 && <p className={styles.none}>{t(($) => $.record.noPeople)}</p>}
      <ul className={styles.rows}>
        {people.map(({ contactId, contact, buyingRole }) => (
          <li key={contactId}>
            <Avatar name={textOf(contact.label)} />
            <Link className={styles.grow} to={recordPath('contacts', contactId)}>
              {textOf(contact.label)}
            </Link>
            <span>{textOf(buyingRoleLabels[buyingRole])}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Competitors({ deal }: { deal: Opportunity }) {
  const { t } = useTranslation('opportunities')
  const textOf = useLabel()
  if (!deal.competitors?.length) return null
  return (
    <Section bare title={t(($) => $.record.competitors)}>
      <ul className={styles.rows}>
        {deal.competitors.map(({ competitorId, competitor, note }) => (
          <li key={competitorId}>
            <span className={styles.grow}>{textOf(competitor.label)}</span>
            <span>{note}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function DealParts({ deal }: { deal: Opportunity }) {
  return (
    <>
      <Lines deal={deal} />
      <People deal={deal} />
      <Competitors deal={deal} />
    </>
  )
}
