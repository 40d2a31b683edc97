/** What can be begun from the palette: on the best find, without going there first; before anything is typed, what is due today. */
import { Combobox } from '@mantine/core'
import type { SearchHit } from '@rapport/domain/features/search/search.ts'
import { IconCalendarPlus, IconChecklist, IconMessagePlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { shorten } from '../../lib/format.ts'
import type { Begin } from '../../lib/begin.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Icon, type IconType } from '../../ui/icon.tsx'
import { paths, recordPath } from '../paths.ts'
import { useMay } from '../session.ts'
import type { DueTask } from './due-tasks.ts'
import { Found } from './found.tsx'
import styles from './palette.module.css'

const icons: Record<Begin, IconType> = { log: IconMessagePlus, plan: IconCalendarPlus }
const NAME = 24

export function Starts({ hit }: { hit: SearchHit | undefined }) {
  const { t } = useTranslation()
  const mayLog = useMay()('activities.create')
  if (!hit || hit.type === 'products' || !mayLog) return null
  const address = recordPath(hit.type, hit.id)
  const name = shorten(hit.title, NAME)
  return (
    <Combobox.Group classNames={{ groupLabel: styles.group }} label={t(($) => $.palette.onRecord, { name })}>
      {(['log', 'plan'] as const).map((begin) => (
        <Combobox.Option key={begin} value={`${begin} ${address}`} className={styles.option}>
          <Icon of={icons[begin]} />
          <Found text={t(($) => $.palette[begin])} />
        </Combobox.Option>
      ))}
    </Combobox.Group>
  )
}

export function DueTasks({ tasks }: { tasks: readonly DueTask[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const textOf = useLabel()
  if (tasks.length === 0) return null
  return (
    <Combobox.Group classNames={{ groupLabel: styles.group }} label={t(($) => $.palette.due)}>
      {tasks.map(({ id, subject, plannedStart, opportunity, customer, contact }) => {
        const about = opportunity ?? customer ?? contact
        const when = plannedStart ? format.shortDateTime(plannedStart) : ''
        return (
          <Combobox.Option key={id} value={`to ${paths.activities}?edit=${id}`} className={styles.option}>
            <Icon of={IconChecklist} />
            <Found text={subject ?? ''} />
            <Found quiet text={[about && textOf(about.label), when].filter(Boolean).join(' · ')} />
          </Combobox.Option>
        )
      })}
    </Combobox.Group>
  )
}
