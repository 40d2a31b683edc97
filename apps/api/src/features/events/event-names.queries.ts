/** The names of the records that changes refer to, as the reader may see them now: one statement for a page of events. */
import { may } from '@rapport/domain/access/actor.ts'
import type { Permission } from '@rapport/domain/access/permissions.ts'
import { readsLabel } from '@rapport/domain/access/readable.ts'
import type { Ctx } from '../../ctx.ts'
import { recordSets } from '../../records/all.ts'
import { join, sql } from '../../records/record-set.ts'
import { selectRows } from '../../records/rows.ts'
import { titlesAmong } from '../../records/titles.ts'
import { nameKey, namedOnReading, type Names, type Reference } from './event-references.ts'

/** Nothing is asked where nothing is referred to. A record seen without its name has an empty one. */
export const namesOf = async (ctx: Ctx, wanted: readonly Reference[]): Promise<Names> => {
  const parts = namedOnReading.flatMap((noun) => {
    const ids = [...new Set(wanted.filter((one) => one.noun === noun).map(({ id }) => id))]
    const set = recordSets()[noun]
    if (!set || ids.length === 0 || !may(ctx.actor, `${noun}.read` as Permission)) return []
    const title = readsLabel(ctx.actor, noun) ? sql`found.title` : sql`''`
    return [
      sql`select ${noun}::text as noun, found.id, ${title} as title from ${titlesAmong(ctx, set, sql`select unnest(${ids}::uuid[])`)} found`,
    ]
  })
  if (parts.length === 0) return new Map()
  const rows = await selectRows<Reference & { title: string }>(ctx, join(parts, ' union all '))
  return new Map(rows.map(({ noun, id, title }) => [nameKey({ noun, id }), title]))
}
