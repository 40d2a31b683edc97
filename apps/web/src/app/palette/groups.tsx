/** The choices of the palette in groups: records, actions, places of the settings. */
import { Combobox } from '@mantine/core'
import type { SearchHit, SearchType } from '@rapport/domain/features/search/search.ts'
import {
  IconArrowRight,
  IconBolt,
  IconBox,
  IconBuilding,
  IconPlus,
  IconTargetArrow,
  IconUsers,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Action } from '../../lib/actions.ts'
import { Icon, type IconType } from '../../ui/icon.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { paths, recordPath } from '../paths.ts'
import type { Choices, Place } from './choices.ts'
import { Found } from './found.tsx'
import styles from './palette.module.css'

const icons: Record<SearchType, IconType> = {
  customers: IconBuilding,
  contacts: IconUsers,
  opportunities: IconTargetArrow,
  products: IconBox,
}

// A product has no page of its own; its panel opens over the list.
const addressOf = ({ type, id }: SearchHit) =>
  type === 'products' ? `${paths.products}?edit=${id}` : recordPath(type, id)

const actionIcon = ({ group }: Action) => (group === 'create' ? IconPlus : group === 'go' ? IconArrowRight : IconBolt)

export function Groups({ choices, typed }: { choices: Choices; typed: string }) {
  return (
    <>
      <Records hits={choices.records} />
      <Actions actions={choices.actions} />
      <Places places={choices.places} />
      <Nothing choices={choices} typed={typed} />
    </>
  )
}

function Records({ hits }: { hits: SearchHit[] }) {
  const { t } = useTranslation()
  if (hits.length === 0) return null
  return (
    <Combobox.Group classNames={{ groupLabel: styles.group }} label={t(($) => $.palette.records)}>
      {hits.map((hit) => (
        <Combobox.Option key={hit.id} value={`to ${addressOf(hit)}`} className={styles.option}>
          <Icon of={icons[hit.type]} />
          <Found text={hit.title} part={hit.match.field === 'number' ? '' : hit.match.text} />
          {hit.detail && <span className={styles.detail}>{hit.detail}</span>}
        </Combobox.Option>
      ))}
    </Combobox.Group>
  )
}

function Actions({ actions }: { actions: Action[] }) {
  const { t } = useTranslation()
  if (actions.length === 0) return null
  return (
    <Combobox.Group classNames={{ groupLabel: styles.group }} label={t(($) => $.palette.actions)}>
      {actions.map((action) => (
        <Combobox.Option key={action.id} value={`action ${action.id}`} className={styles.option}>
          <Icon of={actionIcon(action)} />
          <span className={styles.text}>{action.label}</span>
          {action.keys && <Kbd keys={action.keys} />}
        </Combobox.Option>
      ))}
    </Combobox.Group>
  )
}

function Places({ places }: { places: Place[] }) {
  const { t } = useTranslation()
  if (places.length === 0) return null
  return (
    <Combobox.Group classNames={{ groupLabel: styles.group }} label={t(($) => $.palette.settings)}>
      {places.map(({ to, label }) => (
        <Combobox.Option key={to} value={`to ${to}`} className={styles.option}>
          <Icon of={IconArrowRight} />
          <span className={styles.text}>{label}</span>
        </Combobox.Option>
      ))}
    </Combobox.Group>
  )
}

function Nothing({ choices, typed }: { choices: Choices; typed: string }) {
  const { t } = useTranslation()
  const count = choices.records.length + choices.actions.length + choices.places.length
  if (count > 0) return null
  return (
    <Combobox.Empty>
      {choices.isSearching ? t(($) => $.shell.loading) : t(($) => $.palette.nothing, { typed })}
    </Combobox.Empty>
  )
}
