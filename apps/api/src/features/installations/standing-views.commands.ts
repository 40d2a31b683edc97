/** The lists every installation begins with, for everybody: the large, the stuck and the slipping deals. */
import { systemActor } from '@rapport/domain/access/actor.ts'
import { watchedDeals, watches } from '@rapport/domain/features/opportunities/watched-deals.ts'
import type { Tx } from '../../ctx.ts'
import { makeView } from '../saved-views/saved-views.commands.ts'

/** Adds, as the system, those whose name nobody shares with everybody yet; their ids. */
export const addStandingViews = async (given: Tx, language: 'zh' | 'en'): Promise<string[]> => {
  const tx = { ...given, actor: systemActor(given.actor.timeZone) }
  const made: string[] = []
  for (const watch of watches) {
    const { label, ...content } = watchedDeals[watch]
    const name = label[language]
    const same = { entity: 'opportunities', label: name, shared: 'all', archivedAt: null }
    if ((await tx.db.savedView.count({ where: same })) > 0) continue
    made.push((await makeView(tx, { entity: 'opportunities', label: name, shared: 'all', ...content })).id)
  }
  return made
}
