/** Reading saved views as the caller may use them, and checking what he wants to keep. */
import { columnName } from '@rapport/domain/column-entries.ts'
import type { SavedView, SavedViewDraft } from '@rapport/domain/features/saved-views/saved-views.ts'
import { usableFilter, usableSort } from '@rapport/domain/features/saved-views/view-for-reader.ts'
import type { ListQuery } from '@rapport/domain/contract/page.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { refuse } from '../../http/problems.ts'
import { recordSets } from '../../records/all.ts'
import { compileFilter } from '../../records/compile-filter.ts'
import { readRecord } from '../../records/find.ts'
import { listRecords } from '../../records/list.ts'
import { readable, type ReadableSet } from '../../records/readable-set.ts'
import type { RecordSet } from '../../records/record-set.ts'
import { sortKeys } from '../../records/sort.ts'
import { savedViewRecords } from './saved-views.records.ts'

/** What a view keeps; each may be absent where it is not being changed. */
export type Content = Pick<SavedViewDraft, 'filter' | 'sort' | 'columns' | 'group'>

/** Errors: 404 when absent or invisible. */
export const readView = async (ctx: Ctx | Tx, id: string): Promise<SavedView> =>
  forReader(ctx)(await readRecord<SavedView>(ctx, savedViewRecords, id))

export const listViews = async (ctx: Ctx, query: ListQuery) => {
  const page = await listRecords<SavedView>(ctx, savedViewRecords, query)
  return { ...page, items: page.items.map(forReader(ctx)) }
}

/** Errors: 400 naming the field of filter, sort, columns or group that does not exist for the caller, or does not fit. */
export const checkContent = (ctx: Ctx | Tx, entity: string, { filter, sort, columns, group }: Content): void => {
  const set = fieldsOf(ctx, entity)
  compileFilter(set, filter ?? undefined)
  sortKeys(set, sort)
  const unknown = columns?.map(columnName).find((name) => !isShown(set, name))
  if (unknown !== undefined) refuse('fields.unknown', { field: unknown })
  if (group && !set.lookup(group)?.groupable && !isId.test(group)) refuse('group.field', { field: group })
}

// A board stands for one pipeline, which it is grouped by.
const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const fieldsOf = (ctx: Ctx | Tx, entity: string): ReadableSet => readable(recordSets()[entity] as RecordSet, ctx)

const isShown = (set: ReadableSet, name: string) => set.lookup(name) !== undefined || Object.hasOwn(set.parts, name)

/** One set of fields for each noun, however many views there are. */
const forReader = (ctx: Ctx | Tx): ((view: SavedView) => SavedView) => {
  const sets = new Map<string, ReadableSet>()
  return (view) => {
    // Asked for some fields only, a view may come without any of this.
    if (view.filter === undefined && view.sort === undefined && view.columns === undefined) return view
    return view.entity === undefined ? withoutContent(view) : usableView(setFor(sets, ctx, view.entity), view)
  }
}

const setFor = (sets: Map<string, ReadableSet>, ctx: Ctx | Tx, entity: string): ReadableSet => {
  const known = sets.get(entity) ?? fieldsOf(ctx, entity)
  sets.set(entity, known)
  return known
}

const usableView = (set: ReadableSet, view: SavedView): SavedView => {
  const { filter, unavailable } = usableFilter(view.filter ?? null, (path) => set.lookup(path)?.filterable === true)
  const { columns, group } = view
  return {
    ...view,
    filter,
    unavailable,
    sort: usableSort(view.sort ?? [], (name) => name === 'id' || set.lookup(name)?.sortable === true),
    columns: columns?.filter((entry) => isShown(set, columnName(entry))) ?? null,
    group: group && (set.lookup(group)?.groupable || isId.test(group)) ? group : null,
  }
}

// Without its noun nothing can be said of what the reader may use.
const withoutContent = ({ filter: _f, sort: _s, columns: _c, group: _g, ...view }: SavedView): SavedView =>
  view as SavedView
