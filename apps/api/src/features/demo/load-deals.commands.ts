/** Deals of the sample company: each walks its stages through the same commands people use, at the time it happened. */
import type { Opportunity } from '@rapport/domain/features/opportunities/opportunities.ts'
import { closedDeals, type ClosedDeal } from '../../demo/story/closed-deals.ts'
import { customers } from '../../demo/story/customers.ts'
import { earlierDeals } from '../../demo/story/earlier-deals.ts'
import { openDeals, type OpenDeal, type Stage } from '../../demo/story/deals.ts'
import type { ProductKey } from '../../demo/story/products.ts'
import { refuse } from '../../http/problems.ts'
import { createActivity } from '../activities/activities.commands.ts'
import { updateOpportunity } from '../opportunities/opportunity-updates.commands.ts'
import { createOpportunity } from '../opportunities/opportunities.commands.ts'
import { winOpportunity } from '../stage-moves/closings.commands.ts'
import { loseOpportunity } from '../stage-moves/losses.commands.ts'
import { moveOpportunity } from '../stage-moves/stage-moves.commands.ts'
import { competitorsOf, linesOf, peopleOf } from './deal-drafts.ts'
import { closedDaysAgo } from './closed-days.ts'
import { asOf, idOf, noteMade, timeOf, type Story } from './story.ts'

const order: Stage[] = ['contact', 'needs', 'proposal', 'negotiation']
const DAY = 86_400_000

type Process = { pipelineId: string; stages: string[]; reasons: Map<string, string>; outcomeId: string }
type Deal = {
  name: { zh: string; en: string }
  customer: string
  amount: string
  product: ProductKey
  isLost?: boolean
  talks?: 'unspoken' | undefined
}

export const loadDeals = async (story: Story): Promise<void> => {
  const process = await findProcess(story)
  for (const deal of earlierDeals) await loadClosed(story, process, deal, 'unspoken')
  for (const deal of closedDeals) await loadClosed(story, process, deal)
  for (const deal of openDeals) await loadOpen(story, process, deal)
}

const findProcess = async ({ tx }: Story): Promise<Process> => {
  const pipeline = await tx.db.pipeline.findFirst({ where: { isDefault: true, archivedAt: null } })
  if (!pipeline) return refuse('demo.pipeline')
  const where = { pipelineId: pipeline.id, archivedAt: null, phase: { in: ['open', 'commit'] } }
  const stages = await tx.db.stage.findMany({ where, orderBy: { order: 'asc' }, select: { id: true } })
  if (stages.length < order.length) refuse('demo.pipeline')
  const reasons = await tx.db.dictionaryItem.findMany({
    where: { dictionary: { code: 'loseReason' } },
    select: { id: true, code: true },
  })
  const outcome = await tx.db.dictionaryItem.findFirstOrThrow({
    where: { dictionary: { code: 'outcome' }, code: 'progress' },
    select: { id: true },
  })
  return {
    pipelineId: pipeline.id,
    stages: stages.map(({ id }) => id),
    reasons: new Map(reasons.map(({ code, id }) => [code, id])),
    outcomeId: outcome.id,
  }
}

const ownerOf = (key: string): string => customers.find((one) => one.key === key)?.owner ?? ''

/** The deal at its beginning, with the people of its customer and the visit and call that made it. */
const begin = async (
  story: Story,
  process: Process,
  deal: Deal,
  daysAgo: number,
  closeInDays: number,
): Promise<Opportunity> => {
  const { made, language } = story
  const owner = ownerOf(deal.customer)
  const tx = asOf(story, owner, daysAgo, 9)
  const opportunity = await createOpportunity(tx, {
    name: deal.name[language],
    customerId: idOf(made.customers, deal.customer),
    pipelineId: process.pipelineId,
    ownerId: idOf(made.users, owner),
    startedAt: tx.now.toISOString().slice(0, 10),
    expectedCloseAt: new Date(story.tx.now.getTime() + closeInDays * DAY).toISOString().slice(0, 10),
    need: deal.name[language],
    lines: linesOf(story, deal),
    contacts: peopleOf(story, deal.customer),
    // Who is met in a deal that was lost comes with the loss.
    competitors: deal.isLost ? [] : competitorsOf(story, deal.name.zh),
    override: { reason: language === 'zh' ? '示例数据' : 'Sample data' },
  })
  noteMade(story, 'opportunities', opportunity.id)
  if (deal.talks !== 'unspoken') await logTalks(story, opportunity, process.outcomeId, { owner, daysAgo })
  return opportunity
}

// Its readings were taken on that visit, and all that follows goes by them.
const PINNED_AT = 'lanzhun'
const DAYS = 100 // not the visit for the deal before

const logTalks = async (
  story: Story,
  { id, customerId }: Opportunity,
  outcomeId: string,
  { owner, daysAgo }: { owner: string; daysAgo: number },
): Promise<void> => {
  const zh = story.language === 'zh'
  const talks = [
    {
      kind: 'call' as const,
      subject: zh ? '初次通话，了解需求' : 'First call about the need',
      direction: 'out' as const,
    },
    { kind: 'visit' as const, subject: zh ? '现场拜访，查看车间' : 'Visit on site' },
  ]
  for (const [at, talk] of talks.entries()) {
    const tx = asOf(story, owner, Math.max(0, daysAgo - at), 11 + at)
    const draft = {
      ...talk,
      customerId,
      opportunityId: id,
      pinned: talk.kind === 'visit' && daysAgo < DAYS && customerId === idOf(story.made.customers, PINNED_AT),
      completed: { actualStart: tx.now.toISOString(), answered: true, outcomeId },
    }
    const activity = await createActivity(tx, draft)
    noteMade(story, 'activities', activity.id)
  }
}

/** Moves the deal on, stage by stage; the days in between are shared out evenly. */
const walk = async (
  story: Story,
  process: Process,
  deal: Opportunity,
  to: Stage,
  way: { owner: string; from: number; until: number },
): Promise<Opportunity> => {
  const target = order.indexOf(to)
  let current = deal
  for (let at = 1; at <= target; at++) {
    const daysAgo = Math.round(way.from + ((way.until - way.from) * at) / target)
    const body = { stageId: process.stages[at] ?? '', version: current.version, override: sample(story) }
    current = await moveOpportunity(asOf(story, way.owner, daysAgo, 14), deal.id, body)
  }
  return current
}

const sample = ({ language }: Story) => ({ reason: language === 'zh' ? '示例数据' : 'Sample data' })

const loadOpen = async (story: Story, process: Process, deal: OpenDeal): Promise<void> => {
  const owner = ownerOf(deal.customer)
  const begun = await begin(story, process, deal, deal.age, deal.closes - deal.putOff)
  const reached = await walk(story, process, begun, deal.stage, { owner, from: deal.age, until: deal.entered })
  if (deal.putOff > 0) await putOff(story, reached, owner, deal.closes)
  if (!deal.next) return
  const start = timeOf(story, -deal.next.day, 15)
  const { kind, subject } = deal.next
  const draft = {
    kind,
    subject: subject[story.language],
    customerId: begun.customerId,
    opportunityId: begun.id,
    plannedStart: start.toISOString(),
  }
  const activity = await createActivity(asOf(story, owner, Math.max(1, 2 - deal.next.day)), draft)
  noteMade(story, 'activities', activity.id)
}

const putOff = async (story: Story, { id, version }: Opportunity, owner: string, closes: number): Promise<void> => {
  const expectedCloseAt = new Date(story.tx.now.getTime() + closes * DAY).toISOString().slice(0, 10)
  await updateOpportunity(asOf(story, owner, 6, 11), id, { expectedCloseAt, version })
}

/** Of deals of long ago no talks are told. */
const loadClosed = async (story: Story, process: Process, deal: ClosedDeal, talks?: 'unspoken'): Promise<void> => {
  const owner = ownerOf(deal.customer)
  const until = closedDaysAgo(deal, story.tx.now)
  const from = until + deal.cycle
  const begun = await begin(story, process, { ...deal, isLost: Boolean(deal.lost), talks }, from, -until)
  const reached = await walk(story, process, begun, deal.lost?.at ?? 'negotiation', {
    owner,
    from,
    until: until + Math.ceil(deal.cycle / 6),
  })
  const tx = asOf(story, owner, until, 16)
  const { version } = reached
  if (!deal.lost) {
    await winOpportunity(tx, begun.id, { version, override: sample(story) })
    return
  }
  const { reason, note } = deal.lost
  await loseOpportunity(tx, begun.id, {
    version,
    reasonId: idOf(process.reasons, reason),
    note: note[story.language],
    competitorIds: competitorsOf(story, deal.name.zh).map(({ competitorId }) => competitorId),
    override: sample(story),
  })
}
