/** One noun of the matrix: its name, its reach, a box per action, and its field rules folded below. */
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabel, type Label } from '../../lib/use-language.ts'
import { ChoiceChip } from '../../ui/choice-chip.tsx'
import { Icon } from '../../ui/icon.tsx'
import { FieldRules } from './field-rules.tsx'
import { holds, setScope, toggleRight, type Action, type RoleDraft } from './role-draft.ts'
import styles from './roles.module.css'
import type { Catalogue, CatalogueNoun } from './roles.queries.ts'

type Props = {
  noun: CatalogueNoun
  actions: { action: Action; label: Label }[]
  scopes: Catalogue['scopes']
  draft: RoleDraft
  editable: boolean
  onChange: (draft: RoleDraft) => void
}

function Scope({ noun, scopes, draft, editable, onChange }: Props) {
  const { t } = useTranslation('roles')
  const textOf = useLabel()
  if (!holds(draft, noun.noun, 'read')) return <span className={styles.quiet}>–</span>
  if (!noun.scoped) return <span className={styles.quiet}>{t(($) => $.everything)}</span>
  return (
    <ChoiceChip
      label={`${textOf(noun.label)} ${t(($) => $.scope)}`}
      value={draft.scopes[noun.noun] ?? 'self'}
      options={scopes.map(({ scope, label }) => ({ value: scope, label: textOf(label) }))}
      onChange={(scope) => onChange(setScope(draft, noun.noun, scope))}
      disabled={!editable}
    />
  )
}

function Boxes({ noun, actions, draft, editable, onChange }: Props) {
  const textOf = useLabel()
  return actions.map(({ action, label }) => {
    const offered = noun.actions.includes(action)
    return (
      <span key={action} className={styles.action} data-empty={!offered || undefined}>
        {offered && (
          <label className={styles.box}>
            <input
              type="checkbox"
              checked={holds(draft, noun.noun, action)}
              disabled={!editable}
              aria-label={`${textOf(noun.label)}: ${textOf(label)}`}
              onChange={() => onChange(toggleRight(draft, noun.noun, action))}
            />
            <span className={styles.word}>{textOf(label)}</span>
          </label>
        )}
      </span>
    )
  })
}

export function RoleRow(props: Props) {
  const { noun, draft } = props
  const { t } = useTranslation('roles')
  const textOf = useLabel()
  const [open, setOpen] = useState(false)
  const rules = Object.keys(draft.fieldRules).filter((name) => name.startsWith(`${noun.noun}.`)).length
  const name = textOf(noun.label)
  return (
    <div className={styles.noun} role="group" aria-label={name} data-open={open || undefined}>
      <div className={styles.row}>
        <span className={styles.name}>{name}</span>
        <span className={styles.reach}>
          <Scope {...props} />
        </span>
        <Boxes {...props} />
        <span className={styles.fields}>
          {noun.fields.length > 0 && holds(draft, noun.noun, 'read') && (
            <button
              type="button"
              className={styles.fold}
              aria-expanded={open}
              aria-label={t(($) => $.fieldsOf, { name })}
              onClick={() => setOpen(!open)}
            >
              {rules > 0 && rules}
              <Icon of={open ? IconChevronDown : IconChevronRight} size={12} />
            </button>
          )}
        </span>
      </div>
      {open && <FieldRules {...props} />}
    </div>
  )
}
