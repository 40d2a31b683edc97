/** The choices of the palette in groups: records by kind, actions, places of the settings. */
import { Combobox } from '@mantine/core'
import { IconArrowRight, IconBolt, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Action } from '../../lib/actions.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Icon } from '../../ui/icon.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Colleagues } from './colleagues.tsx'
import { meaning, type Choices, type Place } from './choices.ts'
import styles from './palette.module.css'
import { Found } from './found.tsx'
import { Records, Visits } from './records.tsx'
import { DueTasks, Starts } from './starts.tsx'

const actionIcon = ({ group }: Action) => (group === 'create' ? IconPlus : group === 'go' ? IconArrowRight : IconBolt)

export function Groups({ choices, typed }: { choices: Choices; typed: string }) {
  const { text, onlyRecords, onlyPeople } = meaning(typed)
  return (
    <>
      <Visits visits={choices.visits} />
      <DueTasks tasks={choices.tasks} />
      <Colleagues people={choices.people} typed={text} />
      <Records hits={choices.records} />
      {!onlyRecords && !onlyPeople && <Starts hit={choices.records[0]} />}
      <Actions actions={choices.actions} typed={text} />
      <Places places={choices.places} typed={text} />
      <Nothing choices={choices} typed={typed} />
    </>
  )
}

function Actions({ actions, typed }: { actions: Action[]; typed: string }) {
  const { t } = useTranslation()
  if (actions.length === 0) return null
  return (
    <Combobox.Group classNames={{ groupLabel: styles.group }} label={t(($) => $.palette.actions)}>
      {actions.map((action) => (
        <Combobox.Option key={action.id} value={`action ${action.id}`} className={styles.option}>
          <Icon of={actionIcon(action)} />
          <Found text={action.label} part={typed} />
          {action.keys && <Kbd keys={action.keys} />}
        </Combobox.Option>
      ))}
    </Combobox.Group>
  )
}

function Places({ places, typed }: { places: Place[]; typed: string }) {
  const { t } = useTranslation()
  if (places.length === 0) return null
  return (
    <Combobox.Group classNames={{ groupLabel: styles.group }} label={t(($) => $.palette.settings)}>
      {places.map(({ to, label }) => (
        <Combobox.Option key={to} value={`to ${to}`} className={styles.option}>
          <Icon of={IconArrowRight} />
          <Found text={label} part={typed} />
        </Combobox.Option>
      ))}
    </Combobox.Group>
  )
}

function Nothing({ choices, typed }: { choices: Choices; typed: string }) {
  const { t } = useTranslation()
  const wordsOf = useProblemText()
  const count =
    choices.visits.length +
    choices.tasks.length +
    choices.records.length +
    choices.people.length +
    choices.actions.length +
    choices.places.length
  if (choices.error) return <Combobox.Empty role="alert">{wordsOf(choices.error)}</Combobox.Empty>
  if (count > 0) return null
  return (
    <Combobox.Empty>
      {choices.isSearching ? t(($) => $.shell.loading) : t(($) => $.palette.nothing, { typed })}
    </Combobox.Empty>
  )
}
