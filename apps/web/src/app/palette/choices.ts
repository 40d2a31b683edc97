/** What the palette offers for what was typed: actions and places of the registry, found records. */
import { useDebouncedValue } from '@mantine/hooks'
import type { SearchHit } from '@rapport/domain/features/search/search.ts'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { useActionList, type Action } from '../../lib/actions.ts'
import { call } from '../../lib/call.ts'
import { settingsNavigation } from '../navigation.ts'
import { useMay } from '../session.ts'
import { dueTasksQuery, type DueTask } from './due-tasks.ts'
import { usePeople, type Colleague } from './people.ts'
import { visits, type Visit } from './visits.ts'

/** A pause as short as between two keys, so that a word is asked for once. */
const PAUSE = 120
const SHOWN = '12'
const RECENT = 8

export type Place = { to: string; label: string }
export type Choices = {
  visits: Visit[]
  /** What is due today, before anything is typed. */
  tasks: DueTask[]
  records: SearchHit[]
  people: Colleague[]
  actions: Action[]
  places: Place[]
  isSearching: boolean
  /** Why nothing could be looked up. */
  error: unknown
}

const hitsQuery = (q: string, types?: string) =>
  queryOptions({
    queryKey: ['search', q, types],
    queryFn: ({ signal }) => call('GET /search', { query: { q, limit: SHOWN, ...(types && { types }) }, signal }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })

/** `>` asks for actions alone, `#` for records alone, `@` for people alone: those of the company, and contacts. */
export const meaning = (typed: string) => ({
  text: typed.replace(/^[>#@＠＃＞]/, '').trim(),
  onlyActions: /^[>＞]/.test(typed),
  onlyRecords: /^[#＃]/.test(typed),
  onlyPeople: /^[@＠]/.test(typed),
})

const holds = (label: string, text: string) => label.toLowerCase().includes(text.toLowerCase())

export function useChoices(typed: string): Choices {
  const { text, onlyActions, onlyRecords, onlyPeople } = meaning(typed)
  const [paused] = useDebouncedValue(onlyActions ? '' : text, PAUSE)
  const { data, isFetching, error } = useQuery(hitsQuery(paused, onlyPeople ? 'contacts' : undefined))
  const { people, isSearching, error: peopleError } = usePeople(paused, onlyPeople)
  const isEmpty = text === '' && !onlyActions && !onlyPeople
  const maySee = useMay()('activities.read')
  const { data: due } = useQuery({ ...dueTasksQuery, enabled: isEmpty && maySee })
  const actions = useActionList()
  const settings = useSettingsPlaces()
  const { pathname } = useLocation()
  const isNarrow = onlyRecords || onlyPeople
  const offered = isNarrow ? [] : latest(actions).filter(({ label }) => holds(label, text))
  return {
    // Where one is already there is nothing to find.
    visits: isEmpty
      ? visits()
          .filter(({ to }) => to !== pathname)
          .slice(0, RECENT)
      : [],
    tasks: isEmpty ? (due?.items ?? []) : [],
    records: text === '' || onlyActions ? [] : (data?.items ?? []),
    people,
    actions: offered.slice(0, isEmpty ? 6 : 12),
    places: text === '' || isNarrow || onlyActions ? [] : settings.filter(({ label }) => holds(label, text)),
    isSearching: isFetching || isSearching,
    error: text !== '' && !onlyActions ? (error ?? peopleError) : null,
  }
}

// A screen may offer an action anew under the same id; the newest counts.
const latest = (actions: readonly Action[]): Action[] => [...new Map(actions.map((one) => [one.id, one])).values()]

// The places of the rail are actions with keys of their own; those of the settings have none.
function useSettingsPlaces(): Place[] {
  const { t } = useTranslation()
  const may = useMay()
  return settingsNavigation
    .flatMap(({ items }) => items)
    .filter(({ permission }) => may(permission))
    .map(({ to, titleKey }) => ({ to, label: t(titleKey) }))
}
