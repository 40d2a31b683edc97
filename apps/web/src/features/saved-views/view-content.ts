/** What of a list's state a view keeps. */
import type { Filter } from '@rapport/domain/filter/filter.ts'
import { writeSort, type ListState } from '../../lib/list-state.ts'
import type { SavedViewChange } from './saved-views.queries.ts'
import type { Part } from './use-views.ts'

/** How the records are laid out, where a list has more than one way; a board stands for one pipeline. */
export type Place = { layout: 'table'; group?: never } | { layout: 'board'; group: string | null }
export type Content = {
  filter: Filter | null
  sort: string[]
  columns: string[] | null
  layout: 'table' | 'board' | 'calendar'
  group: string | null
}

export const contentOf = (state: ListState, place: Place): Content => ({
  filter: state.filter ?? null,
  sort: writeSort(state.sort).split(',').filter(Boolean),
  columns: state.columns,
  layout: place.layout,
  group: place.layout === 'board' ? place.group : state.group,
})

/** Only what was changed: the rest may hold what this reader does not see. */
export const changeOf = (content: Content, changed: readonly Part[]): SavedViewChange =>
  Object.fromEntries(
    changed.map((part) => {
      const name = part === 'pipeline' ? 'group' : part
      return [name, content[name]]
    }),
  )
