/** What the rules of notices must know of what happened, loaded when the reaction runs. */
import type { Notice, Said } from '@rapport/domain/features/notifications/notifications.rules.ts'
import {
  noticesOfComment,
  noticesOfJob,
  noticesOfPlan,
  noticesOfSharing,
  noticesOfTransfer,
} from '@rapport/domain/features/notifications/notifications.rules.ts'
import type { Tx } from '../../ctx.ts'

export type Happened = {
  id: string
  type: string
  recordId: string
  actorId: string | null
  changes: unknown
  data: unknown
}

/** Empty for what is gone, or tells nobody. */
export const noticesOf = async (tx: Tx, event: Happened): Promise<Notice[]> => {
  const [noun] = event.type.split('.')
  switch (noun) {
    case 'comment':
      return ofComment(tx, event)
    case 'customer':
    case 'contact':
    case 'opportunity':
      return ofRecord(tx, event, noun)
    case 'activity':
      return event.type === 'activity.due' || event.type === 'activity.missed'
        ? ofPlan(tx, event)
        : ofGiving(tx, event, noun)
    case 'import':
      return ofImport(tx, event)
    case 'bulk':
    case 'export':
      return ofJob(tx, event)
    default:
      return []
  }
}

const ofComment = async ({ db }: Tx, { recordId: id, type }: Happened): Promise<Notice[]> => {
  const stored = await db.comment.findFirst({ where: { id, deletedAt: null } })
  if (!stored) return []
  const { targetId, parentId } = stored
  const targetType = stored.targetType as 'customer' | 'contact' | 'opportunity'
  const thread = parentId
    ? await db.comment.findMany({
        where: { OR: [{ id: parentId }, { parentId }], deletedAt: null, id: { not: id } },
        select: { createdById: true },
        distinct: ['createdById'],
      })
    : []
  const said: Said = {
    id,
    authorId: stored.createdById,
    mentionIds: stored.mentionIds,
    participants: thread.flatMap(({ createdById }) => createdById ?? []),
    ownerId: await ownerOf(db, targetType, targetId),
    edited: type === 'comment.edited',
  }
  return noticesOfComment(said, { targetType, targetId })
}

type Owned = 'customer' | 'contact' | 'opportunity' | 'activity'

const ownerOf = async (db: Tx['db'], type: Owned, id: string) => {
  const asked = { where: { id }, select: { ownerId: true } }
  const find = {
    customer: () => db.customer.findUnique(asked),
    contact: () => db.contact.findUnique(asked),
    opportunity: () => db.opportunity.findUnique(asked),
    activity: () => db.activity.findUnique(asked),
  }
  return (await find[type]())?.ownerId ?? null
}

const ofRecord = async (tx: Tx, event: Happened, noun: 'customer' | 'contact' | 'opportunity'): Promise<Notice[]> => {
  const [, verb] = event.type.split('.')
  if (verb === 'shared') return ofSharing(event, noun)
  return verb === 'transferred' ? ofTransfer(tx, event, noun) : ofGiving(tx, event, noun)
}

/** What somebody made for another, or gave to him. Handed on since, it is not his any more. */
const ofGiving = async ({ db }: Tx, event: Happened, targetType: Owned): Promise<Notice[]> => {
  const { givenTo } = event.data as { givenTo?: string }
  const now = await ownerOf(db, targetType, event.recordId)
  if (!givenTo || givenTo !== now) return []
  return noticesOfTransfer({ ...event, from: null, to: givenTo }, { targetType, targetId: event.recordId })
}

const ofTransfer = async (
  { db }: Tx,
  event: Happened,
  targetType: 'customer' | 'contact' | 'opportunity',
): Promise<Notice[]> => {
  const changes = event.changes as { field: string; old: unknown; new: unknown }[]
  const change = changes.find(({ field }) => field === 'ownerId')
  const idIn = (value: unknown) => (typeof value === 'string' ? value : null)
  const now = await ownerOf(db, targetType, event.recordId)
  // Handed on since, it is not his any more.
  const to = idIn(change?.new) === now ? now : null
  return noticesOfTransfer({ ...event, from: idIn(change?.old), to }, { targetType, targetId: event.recordId })
}

// Taken back since, the notice is about a record he does not see, and shows nowhere.
const ofSharing = (event: Happened, targetType: 'customer' | 'contact' | 'opportunity'): Notice[] => {
  const { userId } = event.data as { userId?: string }
  return noticesOfSharing(event, userId ?? null, { targetType, targetId: event.recordId })
}

// Done, put off or given up since, it is nothing to be told of.
const ofPlan = async ({ db }: Tx, event: Happened): Promise<Notice[]> => {
  const kind = event.type === 'activity.due' ? 'due' : 'missed'
  const status = kind === 'due' ? 'planned' : 'missed'
  const where = { id: event.recordId, status, deletedAt: null }
  const found = await db.activity.findFirst({ where, select: { ownerId: true, plannedStart: true, dueTold: true } })
  const isMoved = kind === 'due' && found?.plannedStart?.getTime() !== found?.dueTold?.getTime()
  const ownerId = isMoved ? null : (found?.ownerId ?? null)
  return noticesOfPlan(event, kind, ownerId, { targetType: 'activity', targetId: event.recordId })
}

const ofImport = async ({ db }: Tx, event: Happened): Promise<Notice[]> => {
  const found = await db.import.findUnique({ where: { id: event.recordId }, select: { ownerId: true } })
  const ended = { ...event, failed: event.type.endsWith('.failed'), heirs: [] }
  return found
    ? noticesOfJob({ ...ended, ownerId: found.ownerId }, { targetType: 'import', targetId: event.recordId })
    : []
}

const ofJob = async ({ db }: Tx, event: Happened): Promise<Notice[]> => {
  const jobId = event.recordId
  const job = await db.job.findUnique({ where: { id: jobId }, select: { ownerId: true, action: true } })
  if (!job) return []
  const heirs = job.action === 'transfer' ? await heirsOf(db, jobId) : []
  const ended = { ...event, failed: event.type.endsWith('.failed'), ownerId: job.ownerId, heirs }
  return noticesOfJob(ended, { targetType: 'job', targetId: jobId })
}

const heirsOf = (db: Tx['db'], jobId: string) => db.$queryRaw<{ userId: string; count: number }[]>`
  select after->'values'->>'ownerId' as "userId", count(*)::int as count from job_rows
  where "jobId" = ${jobId}::uuid and outcome = 'changed' and after->'values'->>'ownerId' is not null group by 1`
