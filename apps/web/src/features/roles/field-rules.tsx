/** The fields of a noun that are not simply open: each rule one line, new ones chosen from a menu. */
import { Menu } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { ChoiceChip } from '../../ui/choice-chip.tsx'
import { setFieldRule, type FieldRule, type RoleDraft } from './role-draft.ts'
import styles from './roles.module.css'
import type { CatalogueNoun } from './roles.queries.ts'

type Props = { noun: CatalogueNoun; draft: RoleDraft; editable: boolean; onChange: (draft: RoleDraft) => void }
type Field = CatalogueNoun['fields'][number]

const rulesFor = (field: Field): FieldRule[] => [
  'hidden',
  ...(field.maskable ? (['masked'] as const) : []),
  ...(field.writable ? (['read'] as const) : []),
]

function Rule({ field, path, draft, editable, onChange }: Omit<Props, 'noun'> & { field: Field; path: string }) {
  const { t } = useTranslation('roles')
  const { t: common } = useTranslation('common')
  const textOf = useLabel()
  const name = textOf(field.label)
  const options = rulesFor(field).map((rule) => ({ value: rule, label: t(($) => $.rule[rule]) }))
  return (
    <li className={styles.rule}>
      <span>{name}</span>
      <ChoiceChip
        label={name}
        value={draft.fieldRules[path] ?? 'write'}
        options={options}
        onChange={(rule) => onChange(setFieldRule(draft, path, rule))}
        disabled={!editable}
      />
      <span className={styles.quiet}>{t(($) => $.ruleText[draft.fieldRules[path] ?? 'write'])}</span>
      {editable && (
        <IconButton
          small
          icon={IconX}
          label={`${common(($) => $.action.remove)} ${name}`}
          onClick={() => onChange(setFieldRule(draft, path, 'write'))}
        />
      )}
    </li>
  )
}

function AddRule({ fields, onAdd }: { fields: Field[]; onAdd: (field: Field) => void }) {
  const { t } = useTranslation('roles')
  const textOf = useLabel()
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <Button tone="quiet" small icon={IconPlus}>
          {t(($) => $.addRule)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu}>
        {fields.map((field) => (
          <Menu.Item key={field.name} onClick={() => onAdd(field)}>
            {textOf(field.label)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

export function FieldRules({ noun, ...editor }: Props) {
  const { t } = useTranslation('roles')
  const { draft, editable, onChange } = editor
  const pathOf = (field: Field) => `${noun.noun}.${field.name}`
  const ruled = noun.fields.filter((field) => pathOf(field) in draft.fieldRules)
  const open = noun.fields.filter((field) => !(pathOf(field) in draft.fieldRules))
  const add = (field: Field) => onChange(setFieldRule(draft, pathOf(field), field.maskable ? 'masked' : 'hidden'))
  return (
    <div className={styles.rules}>
      <ul>
        {ruled.map((field) => (
          <Rule key={field.name} field={field} path={pathOf(field)} {...editor} />
        ))}
      </ul>
      {ruled.length === 0 && <p className={styles.quiet}>{t(($) => $.noRules)}</p>}
      {editable && open.length > 0 && <AddRule fields={open} onAdd={add} />}
    </div>
  )
}
