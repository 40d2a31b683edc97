/** The lists every installation has for everybody: the large, the stuck and the slipping deals, and what one has to do. */
import { systemActor } from '@rapport/domain/access/actor.ts'
import { standingActivities } from '@rapport/domain/features/activities/standing-activities.ts'
import { watchedDeals, watches } from '@rapport/domain/features/opportunities/watched-deals.ts'
import type { Prisma } from '@rapport/prisma'
import type { Tx } from '../../ctx.ts'
import { makeView } from '../saved-views/saved-views.commands.ts'

// Which of them this installation was given: what somebody archived or made his own does not come again.
const GIVEN = 'standingViews'

const standing = [
  ...watches.map((key) => ({ key: key as string, entity: 'opportunities' as const, ...watchedDeals[key] })),
  ...standingActivities.map((list) => ({ entity: 'activities' as const, ...list })),
]
type StandingView = (typeof standing)[number]

/** Adds, as the system, those it was never given, unless one like it is or was there. */
export const addStandingViews = async (given: Tx, language: 'zh' | 'en'): Promise<void> => {
  const tx = { ...given, actor: systemActor(given.actor.timeZone) }
  const missing = await missingViews(tx)
  if (missing.length === 0) return
  for (const view of missing) {
    if (await isKnown(tx, view)) continue
    const { key: _, label, ...content } = view
    await makeView(tx, { ...content, label: label[language], shared: 'all' })
  }
  const value = { given: standing.map(({ key }) => key) }
  await tx.db.setting.upsert({
    where: { key: GIVEN },
    create: { key: GIVEN, value },
    update: { value, settingVersion: { increment: 1 }, updatedAt: tx.now },
  })
}

/** Those that the installation was never given. */
export const missingViews = async ({ db }: Pick<Tx, 'db'>): Promise<StandingView[]> => {
  const row = await db.setting.findUnique({ where: { key: GIVEN }, select: { value: true } })
  const { given = [] } = (row?.value ?? {}) as { given?: string[] }
  return standing.filter(({ key }) => !given.includes(key))
}

// By its name in either language or by what it holds, archived or not: installations had them before it was kept which.
const isKnown = async ({ db }: Tx, { entity, label, filter }: StandingView): Promise<boolean> => {
  const alike = [{ label: { in: [label.zh, label.en] } }, { filter: { equals: filter as Prisma.InputJsonValue } }]
  const found = await db.savedView.findFirst({
    where: { entity, shared: 'all', OR: alike },
    select: { id: true },
  })
  return found !== null
}
