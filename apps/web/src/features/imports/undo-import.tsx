/** Takes the import back, after a question: what was made goes into the trash, what was changed gets its former values. */
import { IconArrowBackUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Button } from '../../ui/button.tsx'
import { ask } from '../../ui/confirm.tsx'
import { toast } from '../../ui/toast.tsx'
import { useUndo, type Import } from './imports.queries.ts'

// Who came in as a user or a team may already be at work.
const lasting = ['users', 'teams']

export function UndoImport({ of }: { of: Import }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const textOf = useProblemText()
  const undo = useUndo(of.id)
  if (!of.can.undo || lasting.includes(of.entity) || of.created + of.updated === 0) return null
  const begin = async () => {
    const counts = { created: format.number(of.created), updated: format.number(of.updated) }
    const answer = await ask({
      title: t(($) => $.undoTitle),
      text: t(($) => $.undoText, counts),
      confirm: t(($) => $.undo),
    })
    if (answer !== null) undo.mutate(undefined, { onError: (error) => toast(textOf(error), { tone: 'problem' }) })
  }
  return (
    <Button tone="quiet" icon={IconArrowBackUp} busy={undo.isPending} onClick={() => void begin()}>
      {t(($) => $.undo)}
    </Button>
  )
}
