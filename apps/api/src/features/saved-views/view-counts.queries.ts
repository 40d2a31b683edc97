/** How many records stand behind the views of a noun. */
import { may } from '@rapport/domain/access/actor.ts'
import type { ViewEntity } from '@rapport/domain/features/saved-views/saved-views.fields.ts'
import { countedViews, type ViewCounts } from '@rapport/domain/features/saved-views/saved-views.ts'
import type { Filter } from '@rapport/domain/filter/filter.ts'
import type { Ctx } from '../../ctx.ts'
import { recordSets } from '../../records/all.ts'
import { countEach, whereOf } from '../../records/list.ts'
import { readable } from '../../records/readable-set.ts'
import type { RecordSet } from '../../records/record-set.ts'
import { listViews } from './saved-views.queries.ts'

const standing = (entity: ViewEntity): Filter => ({
  and: [
    { field: 'entity', op: 'eq', value: entity },
    { field: 'archivedAt', op: 'empty' },
  ],
})

/**
 * The oldest views first, as their tabs stand; each counted as its own list counts it, among what one sees and without the
 * conditions that one may not use. Two statements, whatever the number of views. Of a noun one may not read: nothing.
 */
export const countViews = async (ctx: Ctx, entity: ViewEntity): Promise<ViewCounts> => {
  if (!may(ctx.actor, `${entity}.read`)) return { counts: [] }
  const { items } = await listViews(ctx, {
    filter: standing(entity),
    sort: ['createdAt'],
    limit: countedViews,
    total: 'none',
  })
  const set = readable(recordSets()[entity] as RecordSet, ctx)
  const filters = [undefined, ...items.map(({ filter }) => filter ?? undefined)]
  const wheres = filters.map((filter) => whereOf(set, { filter }))
  const totals = await countEach(ctx, set.set, wheres)
  return { counts: totals.map((total, at) => ({ viewId: items[at - 1]?.id ?? null, total })) }
}
