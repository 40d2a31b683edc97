/** What can be begun from the palette: on the best find, without going there first; before anything is typed, what is due today. */
import { Combobox } from '@mantine/core'
import type { SearchHit } from '@rapport/domain/features/search/search.ts'
import { IconCalendarPlus, IconChecklist, IconMessagePlus, IconUserShare } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { shorten } from '../../lib/format.ts'
import { begins, type Begin } from '../../lib/begin.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Icon, type IconType } from '../../ui/icon.tsx'
import { isOwnedNoun, ownedQuery, type Owned } from '../hand-over/hand-over.ts'
import { paths, recordPath } from '../paths.ts'
import { useMay } from '../session.ts'
import type { DueTask } from './due-tasks.ts'
import { Found } from './found.tsx'
import styles from './palette.module.css'

const icons: Record<Begin, IconType> = { log: IconMessagePlus, plan: IconCalendarPlus }
const NAME = 24

/** The owner of the best find, or who stands above him, may hand it over; the record itself says so. */
function useHanded(hit: SearchHit | undefined): Owned | null {
  const may = useMay()
  const owned = hit && isOwnedNoun(hit.type) ? { noun: hit.type, id: hit.id } : null
  const enabled = owned !== null && may(`${owned.noun}.update`)
  const { data } = useQuery({ ...ownedQuery(owned ?? { noun: 'customers', id: '' }), enabled })
  return enabled && data?.can.transfer ? owned : null
}

export function Starts({ hit }: { hit: SearchHit | undefined }) {
  const { t } = useTranslation()
  const mayLog = useMay()('activities.create')
  const handed = useHanded(hit)
  if (!hit || hit.type === 'products' || (!mayLog && !handed)) return null
  const address = recordPath(hit.type, hit.id)
  const name = shorten(hit.title, NAME)
  return (
    <Combobox.Group classNames={{ groupLabel: styles.group }} label={t(($) => $.palette.onRecord, { name })}>
      {mayLog &&
        begins.map((begin) => (
          <Combobox.Option key={begin} value={`${begin} ${address}`} className={styles.option}>
            <Icon of={icons[begin]} />
            <Found text={t(($) => $.palette[begin])} />
          </Combobox.Option>
        ))}
      {handed && (
        <Combobox.Option value={`hand ${handed.noun}/${handed.id}`} className={styles.option}>
          <Icon of={IconUserShare} />
          <Found text={t(($) => $.handOver.action)} />
        </Combobox.Option>
      )}
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
