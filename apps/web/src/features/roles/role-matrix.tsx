/** Nouns × actions, how far each noun reaches, and the rules for its fields. */
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import type { Action, RoleDraft } from './role-draft.ts'
import { RoleRow } from './role-row.tsx'
import styles from './roles.module.css'
import type { Catalogue } from './roles.queries.ts'

type Props = { draft: RoleDraft; catalogue: Catalogue; editable: boolean; onChange: (draft: RoleDraft) => void }

/** What people work with stands first, what they set up below. */
const groups = [
  { id: 'work', nouns: ['customers', 'contacts', 'opportunities', 'activities', 'products'] },
  { id: 'insight', nouns: ['reports', 'imports'] },
  { id: 'setup', nouns: ['sources', 'pipelines', 'competitors', 'dictionaries', 'exchange-rates'] },
  { id: 'people', nouns: ['users', 'teams', 'roles', 'api-keys'] },
] as const

function Heads({ catalogue }: { catalogue: Catalogue }) {
  const { t } = useTranslation('roles')
  const textOf = useLabel()
  return (
    <div className={styles.heads} aria-hidden>
      <span />
      <span>{t(($) => $.scope)}</span>
      {catalogue.actions.map(({ action, label }) => (
        <span key={action} className={styles.action}>
          {textOf(label)}
        </span>
      ))}
      <span className={styles.fields}>{t(($) => $.fields)}</span>
    </div>
  )
}

/** The nouns in their groups; one no group knows yet stands last. */
function groupsOf(catalogue: Catalogue) {
  const grouped = groups.map(({ id, nouns }) => ({
    id,
    nouns: catalogue.nouns.filter(({ noun }) => (nouns as readonly string[]).includes(noun)),
  }))
  const known = new Set<string>(groups.flatMap(({ nouns }) => nouns))
  const others = catalogue.nouns.filter(({ noun }) => !known.has(noun))
  return others.length > 0 ? [...grouped, { id: 'other' as const, nouns: others }] : grouped
}

export function RoleMatrix({ draft, catalogue, editable, onChange }: Props) {
  const { t } = useTranslation('roles')
  return (
    <div className={styles.matrix}>
      <Heads catalogue={catalogue} />
      {groupsOf(catalogue).map(({ id, nouns }) => (
        <section key={id} aria-label={t(($) => $.group[id])}>
          <h3 className={styles.group}>{t(($) => $.group[id])}</h3>
          {nouns.map((noun) => (
            <RoleRow
              key={noun.noun}
              noun={noun}
              actions={catalogue.actions as { action: Action; label: { zh: string; en: string } }[]}
              scopes={catalogue.scopes}
              draft={draft}
              editable={editable}
              onChange={onChange}
            />
          ))}
        </section>
      ))}
    </div>
  )
}
