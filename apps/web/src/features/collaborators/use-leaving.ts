/** Giving back what was lent: it cannot be undone by oneself, so it is asked first, and the list follows the page. */
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { paths } from '../../app/paths.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { ask } from '../../ui/confirm.tsx'
import { toast } from '../../ui/toast.tsx'
import { useLeave, type Shared } from './collaborators.queries.ts'

export function useLeaving(shared: Shared) {
  const { t } = useTranslation('collaborators')
  const wordsOf = useProblemText()
  const navigate = useNavigate()
  const { leave, forget } = useLeave(shared)
  const done = async () => {
    toast(t(($) => $.left))
    await navigate(paths[shared.noun])
    await forget()
  }
  return async () => {
    const question = { title: t(($) => $.leaveTitle), text: t(($) => $.leaveText), confirm: t(($) => $.leave) }
    if ((await ask(question)) === null) return
    leave.mutate(undefined, {
      onSuccess: () => void done(),
      onError: (error) => toast(wordsOf(error), { tone: 'problem' }),
    })
  }
}
