/** What can be done with a role as a whole. */
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Button } from '../../ui/button.tsx'
import { ask } from '../../ui/confirm.tsx'
import { toast } from '../../ui/toast.tsx'
import { useUndoToast } from '../../ui/use-undo-toast.ts'
import { useArchiveRole, useDeleteRole, type Role } from './roles.queries.ts'

const useComplaint = () => {
  const problemText = useProblemText()
  return (error: unknown) => toast(problemText(error), { tone: 'problem' })
}

function Archive({ role }: { role: Role }) {
  const { t } = useTranslation('roles')
  const name = useLabel()(role.label)
  const archive = useArchiveRole()
  const undoable = useUndoToast()
  const complain = useComplaint()
  const isArchived = role.archivedAt !== null
  const said = t(($) => (isArchived ? $.unarchivedNow : $.archivedNow), { name })
  const turn = () =>
    archive.mutate(
      { role, archive: !isArchived },
      {
        onError: complain,
        onSuccess: (changed) => undoable(said, () => archive.mutateAsync({ role: changed, archive: isArchived })),
      },
    )
  return (
    <Button tone="quiet" busy={archive.isPending} onClick={turn}>
      {t(($) => (isArchived ? $.unarchive : $.archive))}
    </Button>
  )
}

function Delete({ role, onGone }: { role: Role; onGone: () => void }) {
  const { t } = useTranslation('roles')
  const { t: common } = useTranslation('common')
  const name = useLabel()(role.label)
  const remove = useDeleteRole()
  const complain = useComplaint()
  const destroy = async () => {
    const title = t(($) => $.delete, { name })
    const confirm = common(($) => $.action.delete)
    const sure = await ask({ title, text: t(($) => $.deleteText), confirm, danger: true })
    if (sure !== null) remove.mutate(role, { onError: complain, onSuccess: onGone })
  }
  return (
    <Button tone="quiet" busy={remove.isPending} onClick={() => void destroy()}>
      {common(($) => $.action.delete)}
    </Button>
  )
}

export const RoleActions = ({ role, onGone }: { role: Role; onGone: () => void }) => (
  <>
    {role.can.edit && <Archive role={role} />}
    {role.can.delete && <Delete role={role} onGone={onGone} />}
  </>
)
