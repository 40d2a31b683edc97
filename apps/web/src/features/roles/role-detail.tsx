/** One role, edited as a whole: nothing holds until it is saved. */
import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { useLabel } from '../../lib/use-language.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { ConflictNotice } from '../../ui/form/conflict-notice.tsx'
import { SaveBar } from '../../ui/save-bar.tsx'
import { Section } from '../../ui/section.tsx'
import { SplitBody, SplitHead } from '../../ui/split.tsx'
import { Pending } from '../../ui/pending.tsx'
import { RoleActions } from './role-actions.tsx'
import { countChanges, type RoleDraft } from './role-draft.ts'
import { RoleMatrix } from './role-matrix.tsx'
import styles from './roles.module.css'
import { catalogueQuery, type Role } from './roles.queries.ts'
import { SpecialRights } from './special-rights.tsx'
import { useRoleDraft } from './use-role-draft.ts'

type EditorProps = { draft: RoleDraft; editable: boolean; onChange: (draft: RoleDraft) => void }

function Names({ draft, editable, onChange }: EditorProps) {
  const { t } = useTranslation('roles')
  const { label } = draft
  const set = (language: 'zh' | 'en') => (event: { currentTarget: { value: string } }) =>
    onChange({ ...draft, label: { ...label, [language]: event.currentTarget.value } })
  return (
    <div className={styles.names}>
      <TextInput
        label={t(($) => $.nameZh)}
        value={label.zh}
        maxLength={100}
        disabled={!editable}
        onChange={set('zh')}
      />
      <TextInput
        label={t(($) => $.nameEn)}
        value={label.en}
        maxLength={100}
        disabled={!editable}
        onChange={set('en')}
      />
    </div>
  )
}

function Members({ role }: { role: Role }) {
  const { t } = useTranslation('roles')
  if (role.memberCount === 0) return null
  const filter = JSON.stringify({ field: 'roleIds', op: 'hasAny', value: [role.id] })
  return (
    <ButtonLink tone="quiet" small to={`${paths.users}?filter=${encodeURIComponent(filter)}`}>
      {t(($) => $.members, { count: role.memberCount })}
    </ButtonLink>
  )
}

function Save({ role, edited }: { role: Role; edited: ReturnType<typeof useRoleDraft> }) {
  const { t } = useTranslation('roles')
  const problemText = useProblemText()
  const { draft, stored, busy, problem, conflict } = edited
  const effect = problem ? problemText(problem) : t(($) => $.effect, { count: role.memberCount })
  return (
    <SaveBar
      changes={countChanges(stored, draft)}
      busy={busy}
      held={conflict !== null}
      onDiscard={edited.discard}
      onSave={edited.save}
    >
      {conflict ? <ConflictNotice onTakeTheirs={edited.takeTheirs} onKeepMine={edited.keepMine} /> : effect}
    </SaveBar>
  )
}

export function RoleDetail({ role, onGone }: { role: Role; onGone: () => void }) {
  const { t } = useTranslation('roles')
  const textOf = useLabel()
  const query = useQuery(catalogueQuery)
  const catalogue = query.data
  const edited = useRoleDraft(role)
  const editor: EditorProps = { draft: edited.draft, editable: role.can.edit, onChange: edited.setDraft }
  return (
    <>
      <SplitHead
        title={textOf(role.label)}
        chips={<Members role={role} />}
        actions={<RoleActions role={role} onGone={onGone} />}
      />
      <SplitBody>
        <Names {...editor} />
        <Pending of={query} />
        {catalogue && <RoleMatrix {...editor} catalogue={catalogue} />}
        {catalogue && (
          <Section bare title={t(($) => $.special)} note={t(($) => $.specialNote)}>
            <SpecialRights {...editor} catalogue={catalogue} />
          </Section>
        )}
      </SplitBody>
      <Save role={role} edited={edited} />
    </>
  )
}
