/** The keys of the inbox: from one to the next, open, done, later, read. All of them stand in the registry of actions. */
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { recordPath } from '../../app/paths.ts'
import { useActions, type Action } from '../../lib/actions.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { toast } from '../../ui/toast.tsx'
import type { Activity } from '../activities/activities.queries.ts'
import { usePutOff } from '../activities/use-put-off.ts'
import { openedJob } from '../jobs/jobs.queries.ts'
import type { RecordNotices } from './notice-groups.tsx'
import { useMark } from './notifications.queries.ts'

type Chosen = RecordNotices & { activity: Activity | undefined }
type Inbox = {
  count: number
  at: number
  chosen: Chosen | undefined
  move: (to: number) => void
  complete: (key: string) => void
}

export function useInboxKeys({ count, at, chosen, move, complete }: Inbox): void {
  const { t } = useTranslation('notifications')
  const go = (to: number) => () => count > 0 && move(Math.max(0, Math.min(count - 1, to)))
  const walk: Action[] = [
    { id: 'inbox:next', label: t(($) => $.next), group: 'page', keys: 'J', run: go(at + 1) },
    { id: 'inbox:previous', label: t(($) => $.previous), group: 'page', keys: 'K', run: go(at - 1) },
  ]
  useActions([...walk, ...useChosenActions(chosen, complete)])
}

/** What can be done with the one that is chosen, and is on offer only then. */
function useChosenActions(chosen: Chosen | undefined, complete: Inbox['complete']): Action[] {
  const { t } = useTranslation('notifications')
  const verbs = useVerbs()
  if (!chosen) return []
  const can = chosen.activity?.can
  const offered = [
    { id: 'open', label: t(($) => $.open), keys: 'O', run: () => verbs.open(chosen), isOffered: true },
    { id: 'read', label: t(($) => $.toggleRead), keys: 'U', run: () => verbs.toggle(chosen), isOffered: true },
    { id: 'done', label: t(($) => $.done), keys: 'E', run: () => complete(chosen.key), isOffered: can?.complete },
    { id: 'later', label: t(($) => $.later), keys: 'D', run: () => verbs.putOff(chosen), isOffered: can?.defer },
  ]
  return offered.flatMap(({ id, isOffered, ...action }) =>
    isOffered ? [{ id: `inbox:${id}`, group: 'page' as const, ...action }] : [],
  )
}

function useVerbs() {
  const navigate = useNavigate()
  const wordsOf = useProblemText()
  const mark = useMark()
  const putOff = usePutOff()
  const onError = (error: unknown) => toast(wordsOf(error), { tone: 'problem' })
  const setRead = ({ notices }: Chosen, read: boolean) => {
    for (const notice of notices) if ((notice.readAt !== null) !== read) mark.mutate({ notice, read }, { onError })
  }
  return {
    toggle: (one: Chosen) =>
      setRead(
        one,
        one.notices.some(({ readAt }) => readAt === null),
      ),
    open: (one: Chosen) => {
      const page = one.notices[0]?.target?.page
      if (!page) return
      setRead(one, true)
      if (page.noun === 'jobs') openedJob.set(page.id)
      else void navigate(recordPath(page.noun, page.id))
    },
    putOff: ({ activity }: Chosen) => activity && putOff(activity),
  }
}
