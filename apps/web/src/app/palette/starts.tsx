/** What can be begun from the palette: on the best find, without going there first; before anything is typed, what is due today. */
import { Combobox } from '@mantine/core'
import type { SearchHit } from '@rapport/domain/features/search/search.ts'
import {
  IconCalendarPlus,
  IconChecklist,
  IconMapPin,
  IconMessagePlus,
  IconUserShare,
  IconUsers,
} from '@tabler/icons-react'
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

const icons: Record<Begin, IconType> = {
  log: IconMessagePlus,
  visit: IconMapPin,
  meeting: IconUsers,
  plan: IconCalendarPlus,
}
const NAME = 24

/** What is planned for a day and an hour, in the panel of a new activity: the composer plans tasks alone. */
export const plannedKinds = ['visit', 'meeting'] as const

/** The owner of the best find, or who stands above him, may hand it over; the record itself says so. */
function useHanded(hit: SearchHit | undefined): Owned | null {
  const may = useMay()
  const owned = hit && isOwnedNoun(hit.type) ? { noun: hit.type, id: hit.id } : null
  const enabled = owned !== null && may(`${owned.noun}.update`)
  const { data } = useQuery({ ...ownedQuery(owned ?? { noun: 'customers', id: '' }), enabled })
  return enabled && data?.can.transfer ? owned : null
}

function Start({ value, icon, words }: { value: string; icon: IconType; words: string }) {
  return (
    <Combobox.Option value={value} className={styles.option}>
      <Icon of={icon} />
      <Found text={words} />
    </Combobox.Option>
  )
}

export function Starts({ hit }: { hit: SearchHit | undefined }) {
  const { t } = useTranslation()
  const mayLog = useMay()('activities.create')
  const handed = useHanded(hit)
  if (!hit || hit.type === 'products' || (!mayLog && !handed)) return null
  const address = recordPath(hit.type, hit.id)
  const name = shorten(hit.title, NAME)
  const subject = `${hit.type}:${hit.id}`
  return (
    <Combobox.Group classNames={{ groupLabel: styles.group }} label={t(($) => $.palette.onRecord, { name })}>
      {mayLog &&
        begins.map((begin) => (
          <Start key={begin} value={`${begin} ${address}`} icon={icons[begin]} words={t(($) => $.palette[begin])} />
        ))}
      {mayLog &&
        plannedKinds.map((kind) => {
          const words = t(($) => $.palette.planned[kind])
          return <Start key={kind} value={`plan-${kind} ${subject}`} icon={IconCalendarPlus} words={words} />
        })}
      {/* It comes when the record has said that it may be: last, so that it moves nothing. */}
      {handed && (
        <Start value={`hand ${handed.noun}/${handed.id}`} icon={IconUserShare} words={t(($) => $.handOver.action)} />
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
