/** Who is told of what. Pure; nobody is told of what he did himself, and of one thing once: the closest reason counts. */
import type { NoticeTarget, SettableKind } from './notice-kinds.ts'

/** `dedupeKey`: of one thing a person is told once, however often its event is worked on. */
export type Notice = {
  userId: string
  kind: SettableKind
  /** Null where it is about several records. */
  targetType: NoticeTarget | null
  targetId: string | null
  dedupeKey: string
  count?: number
}

type Happened = { id: string; actorId: string | null }
type Target = { targetType: NoticeTarget; targetId: string }
const several = { targetType: null, targetId: null } as const

const without = (notices: Notice[], userId: string | null): Notice[] =>
  notices.filter((notice) => notice.userId !== userId)

/** The first reason for which somebody is told. */
const oncePerPerson = (notices: Notice[]): Notice[] => [
  ...notices
    .reduce((kept, one) => (kept.has(one.userId) ? kept : kept.set(one.userId, one)), new Map<string, Notice>())
    .values(),
]

export type Said = {
  id: string
  authorId: string | null
  mentionIds: readonly string[]
  /** Who wrote in its thread before. */
  participants: readonly string[]
  /** Whose record it is about. */
  ownerId: string | null
  /** Changed afterwards: only whom it mentions now may learn something new. */
  edited: boolean
}

/** The people mentioned, those of the thread, and the owner of the record. */
export const noticesOfComment = (said: Said, target: Target): Notice[] => {
  const tell = (kind: SettableKind) => (userId: string) => ({ userId, kind, ...target, dedupeKey: said.id })
  const mentions = said.mentionIds.map(tell('mention'))
  const others = said.edited
    ? []
    : [...said.participants.map(tell('answer')), ...(said.ownerId ? [tell('comment')(said.ownerId)] : [])]
  return without(oncePerPerson([...mentions, ...others]), said.authorId)
}

type Transfer = Happened & { from: string | null; to: string | null }

/** The new owner, and who owned it before. */
export const noticesOfTransfer = ({ id, actorId, from, to }: Transfer, target: Target): Notice[] => {
  const told: Notice[] = []
  if (to) told.push({ userId: to, kind: 'assigned', ...target, dedupeKey: id })
  if (from && from !== to) told.push({ userId: from, kind: 'handedOver', ...target, dedupeKey: id })
  return without(told, actorId)
}

/** Who got access by it. */
export const noticesOfSharing = ({ id, actorId }: Happened, userId: string | null, target: Target): Notice[] =>
  userId ? without([{ userId, kind: 'shared', ...target, dedupeKey: id }], actorId) : []

/** Whose plan it is, when its time has come and when it went by. */
export const noticesOfPlan = (
  { id }: Happened,
  kind: 'due' | 'missed',
  ownerId: string | null,
  target: Target,
): Notice[] => (ownerId ? [{ userId: ownerId, kind, ...target, dedupeKey: id }] : [])

type Ended = Happened & { failed: boolean; ownerId: string; heirs: readonly { userId: string; count: number }[] }

/** Who asked for it: that it came to an end is not his own act. And who got records by it, with how many. */
export const noticesOfJob = ({ id, failed, ownerId, heirs }: Ended, target: Target): Notice[] => [
  { userId: ownerId, kind: failed ? 'jobFailed' : 'jobDone', ...target, dedupeKey: id },
  ...heirs
    .filter(({ userId }) => userId !== ownerId)
    .map(({ userId, count }): Notice => ({ userId, kind: 'assignedMany', ...several, dedupeKey: id, count })),
]
