/** What else can be done with an activity: change it, put it off, give it up, delete it. */
import { Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useInTrash } from '../../app/in-trash.ts'
import { useWritable } from '../../app/session.ts'
import { onLatest } from '../../lib/on-latest.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { IconButton } from '../../ui/button.tsx'
import { ask } from '../../ui/confirm.tsx'
import { datePresets } from '../../ui/date-presets.ts'
import { toast } from '../../ui/toast.tsx'
import {
  useCancelActivity,
  useDeferActivity,
  useDeleteActivity,
  useUpdateActivity,
  type Activity,
} from './activities.queries.ts'
import { morningOf } from './composed.ts'

const ActivityPanel = lazy(() => import('./activity-panel.tsx'))

function useVerbs(activity: Activity) {
  const { t } = useTranslation('activities')
  const format = useFormat()
  const wordsOf = useProblemText()
  const inTrash = useInTrash()
  const [defer, cancel] = [useDeferActivity(), useCancelActivity()]
  const [remove, update] = [useDeleteActivity(), useUpdateActivity()]
  const onError = (error: unknown) => toast(wordsOf(error), { tone: 'problem' })
  const { subject: name } = activity
  return {
    putOff: (day: string) =>
      defer.mutate({ activity, plannedStart: morningOf(day, format.reader.timeZone) }, { onError }),
    giveUp: async () => {
      const question = { title: t(($) => $.cancelTitle, { name }), confirm: t(($) => $.cancel) }
      const act = onLatest(activity, (known, reason: string) => cancel.mutateAsync({ activity: known, reason }))
      await ask({ ...question, reason: { label: t(($) => $.reason) }, act })
    },
    pin: () => update.mutate({ activity, body: { pinned: !activity.pinned } }, { onError }),
    // Awaited, because the entry is gone before a callback of this component would be called.
    remove: () =>
      remove.mutateAsync(activity).then(
        () =>
          inTrash(
            t(($) => $.deleted, { name }),
            { id: activity.id, name },
          ),
        onError,
      ),
  }
}

function PutOff({ onChoose }: { onChoose: (day: string) => void }) {
  const { t } = useTranslation('activities')
  const { t: common } = useTranslation('common')
  const format = useFormat()
  return (
    <>
      <Menu.Label>{t(($) => $.putOff)}</Menu.Label>
      {datePresets(format.today()).map(({ key, value }) => (
        <Menu.Item key={key} onClick={() => onChoose(value)}>
          {common(($) => $.date[key])} · {format.shortDate(value)}
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
  )
}

function Pin({ activity: { pinned }, onPin }: { activity: Activity; onPin: () => void }) {
  const { t } = useTranslation('activities')
  if (!useWritable('activities')('pinned')) return null
  return <Menu.Item onClick={onPin}>{t(($) => (pinned ? $.unpin : $.pin))}</Menu.Item>
}

export function ActivityMenu({ activity }: { activity: Activity }) {
  const { t } = useTranslation('activities')
  const { t: common } = useTranslation('common')
  const verbs = useVerbs(activity)
  const [editing, setEditing] = useState(false)
  const { can } = activity
  if (!can.edit && !can.delete) return null
  return (
    <>
      <Menu position="bottom-end" width={200}>
        <Menu.Target>
          <IconButton small icon={IconDots} label={t(($) => $.moreOf, { name: activity.subject })} />
        </Menu.Target>
        <Menu.Dropdown>
          {can.defer && <PutOff onChoose={verbs.putOff} />}
          {can.edit && <Menu.Item onClick={() => setEditing(true)}>{common(($) => $.action.edit)}</Menu.Item>}
          {can.edit && activity.status === 'done' && <Pin activity={activity} onPin={verbs.pin} />}
          {can.cancel && <Menu.Item onClick={() => void verbs.giveUp()}>{t(($) => $.cancel)}</Menu.Item>}
          {can.delete && <Menu.Item onClick={() => void verbs.remove()}>{common(($) => $.action.delete)}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <Suspense>{editing && <ActivityPanel activity={activity} onClose={() => setEditing(false)} />}</Suspense>
    </>
  )
}
