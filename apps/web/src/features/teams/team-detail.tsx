/** One team: its name, place and manager, and who belongs to it. */
import { teamFields } from '@rapport/domain/features/teams/teams.fields.ts'
import { teamDraft, teamPatch } from '@rapport/domain/features/teams/teams.ts'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../app/session.ts'
import type { BodyOf } from '../../lib/call.ts'
import { useLabel } from '../../lib/use-language.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Button } from '../../ui/button.tsx'
import { FieldRow, Form } from '../../ui/form/form.tsx'
import { useFormRecord } from '../../ui/form/form-record.ts'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { LabelField } from '../../ui/label-field.tsx'
import { RefField } from '../../ui/ref-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { SplitBody, SplitHead } from '../../ui/split.tsx'
import { toast } from '../../ui/toast.tsx'
import { useUndoToast } from '../../ui/use-undo-toast.ts'
import { TeamMembers } from './team-members.tsx'
import { branchIds } from './team-tree.ts'
import styles from './teams.module.css'
import { teamQuery, useArchiveTeam, useCreateTeam, useUpdateTeam, type Team } from './teams.queries.ts'

type Props = { team: Team | undefined; teams: Team[]; onClose: () => void; onMade: (id: string) => void }

const blank = { label: { zh: '', en: '' }, parentId: '', managerId: '' }

const valuesOf = ({ label, parentId, managerId }: Team): typeof blank => ({
  label,
  parentId: parentId ?? '',
  managerId: managerId ?? '',
})

function useTeamForm({ team, onMade }: Props) {
  const { t } = useTranslation('common')
  const create = useCreateTeam()
  const update = useUpdateTeam()
  const record = useFormRecord(team, teamQuery(team?.id ?? ''), valuesOf)
  return useRecordForm({
    initial: blank,
    record,
    schema: team ? teamPatch : teamDraft,
    draftKey: `teams.${team?.id ?? 'new'}`,
    onSubmit: async (values, version) => {
      const body = values as BodyOf<'PATCH /teams/:id'>
      const saved = team
        ? await update.mutateAsync({ team: { id: team.id, version }, body })
        : await create.mutateAsync(values as BodyOf<'POST /teams'>)
      toast(t(($) => $.action.saved))
      if (!team) onMade(saved.id)
      return saved
    },
  })
}

function Archive({ team }: { team: Team }) {
  const { t } = useTranslation('teams')
  const textOf = useLabel()
  const problemText = useProblemText()
  const archive = useArchiveTeam()
  const undoable = useUndoToast()
  const isArchived = team.archivedAt !== null
  const act = async () => {
    const name = textOf(team.label)
    try {
      const changed = await archive.mutateAsync({ team, archive: !isArchived })
      undoable(
        t(($) => (isArchived ? $.unarchivedNow : $.archivedNow), { name }),
        () => archive.mutateAsync({ team: changed, archive: isArchived }),
      )
    } catch (error) {
      toast(problemText(error), { tone: 'problem' })
    }
  }
  return (
    <Button tone="quiet" busy={archive.isPending} onClick={() => void act()}>
      {t(($) => (isArchived ? $.unarchive : $.archive))}
    </Button>
  )
}

function TeamForm(props: Props) {
  const { team, teams } = props
  const { t } = useTranslation('common')
  const textOf = useLabel()
  const form = useTeamForm(props)
  const own = team ? branchIds(teams, team.id) : new Set<string>()
  const parents = teams.filter(({ id, archivedAt }) => !own.has(id) && (archivedAt === null || id === team?.parentId))
  return (
    <Form of={form} submit={t(($) => (team ? $.action.save : $.action.create))} plain={team !== undefined}>
      <LabelField name="label" label={teamFields.label.label} required startHere={!team} />
      <FieldRow>
        <SelectField
          name="parentId"
          label={teamFields.parentId.label}
          options={parents.map(({ id, label }) => ({ value: id, label: textOf(label) }))}
          searchable
          clearable
        />
        <RefField name="managerId" to="users" label={teamFields.managerId.label} />
      </FieldRow>
    </Form>
  )
}

export default function TeamDetail(props: Props) {
  const { team } = props
  const { t } = useTranslation('teams')
  const textOf = useLabel()
  const mayEdit = useMay()('teams.update')
  return (
    <>
      <SplitHead
        title={team ? textOf(team.label) : t(($) => $.create)}
        actions={team && mayEdit && <Archive team={team} />}
      />
      <SplitBody>
        <div className={styles.pane}>
          {(!team || mayEdit) && (
            <div className={styles.form}>
              <TeamForm {...props} />
            </div>
          )}
          {team && <TeamMembers team={team} />}
        </div>
      </SplitBody>
    </>
  )
}
