/** What of a timeline a reader may know: by kind, by noun and by the fields his role hides. Pure. */
import { may, type Actor } from '../../access/actor.ts'
import { fieldAccess, isClear } from '../../access/readable.ts'
import type { EventType } from '../../events.ts'
import type { ActivityKind } from '../activities/activity-choices.ts'
import {
  commentKind,
  eventKinds,
  importantFields,
  isActivityKind,
  restsOn,
  timelineNouns,
  typesOf,
  type TimelineKind,
  type TimelineNoun,
} from './timeline-kinds.ts'

export type ToldEvents = {
  noun: TimelineNoun
  types: EventType[]
  /** Types told only when they change one of `fields`. */
  updates: EventType[]
  fields: string[]
}
/**
 * `activities`: their kinds, all of them, or none. `comments`: those about the record alone, or those about its deals as
 * well; who sees which is asked apart.
 */
export type Told = {
  activities: readonly ActivityKind[] | 'all' | 'none'
  comments: 'own' | 'all' | 'none'
  events: ToldEvents[]
}

// By which field a record hangs on the one whose timeline it is.
const hangsBy: Record<TimelineNoun, Record<TimelineNoun, readonly string[]>> = {
  customers: { customers: [], contacts: ['customers', 'customerIds'], opportunities: ['customerId'] },
  contacts: { customers: [], contacts: [], opportunities: [] },
  opportunities: { customers: [], contacts: [], opportunities: [] },
}
const places = { customers: 'customerId', contacts: 'contactId', opportunities: 'opportunityId' } as const
// That it is done, and when, is why an activity stands there at all.
const doneBy = ['status', 'actualStart', 'actualEnd'] as const

const toldActivities = (
  actor: Actor,
  of: TimelineNoun,
  kinds: readonly TimelineKind[] | undefined,
): Told['activities'] => {
  const isOpen = [...doneBy, places[of]].every((name) => isClear(actor, 'activities', name))
  if (!isOpen || !may(actor, 'activities.read')) return 'none'
  if (!kinds) return 'all'
  const asked = isClear(actor, 'activities', 'kind') ? kinds.filter(isActivityKind) : []
  return asked.length > 0 ? asked : 'none'
}

const toldEvents = (actor: Actor, of: TimelineNoun, noun: TimelineNoun, kinds: readonly string[]): ToldEvents[] => {
  const hangs = hangsBy[of][noun].every((name) => isClear(actor, noun, name))
  if (!hangs || !may(actor, `${noun}.read`)) return []
  const asked = eventKinds.flatMap(({ value }) => (kinds.includes(value) ? (typesOf[noun][value] ?? []) : []))
  const known = asked.filter((type) => (restsOn[type] ?? []).every((name) => isClear(actor, noun, name)))
  const fields = importantFields[noun].filter((name) => fieldAccess(actor, noun, name) !== 'hidden')
  const updates = known.filter((type) => type.endsWith('.updated'))
  const types = known.filter((type) => !updates.includes(type))
  return types.length + updates.length > 0 ? [{ noun, types, updates, fields }] : []
}

// That a deal is this customer's is told by a comment on it as well.
const toldComments = (actor: Actor, of: TimelineNoun, kinds: readonly TimelineKind[] | undefined): Told['comments'] => {
  if (kinds && !kinds.includes(commentKind.value)) return 'none'
  const hangs = hangsBy[of].opportunities.every((name) => isClear(actor, 'opportunities', name))
  return of === 'customers' && hangs ? 'all' : 'own'
}

/** Of what is asked by the person who did it nothing is told to who may not read who did it. */
const toldBy = (actor: Actor, { activities, comments, events }: Told): Told => ({
  activities: isClear(actor, 'activities', 'ownerId') ? activities : 'none',
  comments: isClear(actor, 'comments', 'createdById') ? comments : 'none',
  events: isClear(actor, 'events', 'actorId') ? events : [],
})

// Who may not read that it is pinned finds nothing pinned, and everything in its place.
const toldPinned = (actor: Actor, { activities }: Told): Told => ({
  activities: isClear(actor, 'activities', 'pinned') ? activities : 'none',
  comments: 'none',
  events: [],
})

/** `kinds`: all of them when absent. `byPerson`: only what one person did. `pinned`: only what is pinned. */
export type Asked = { kinds?: readonly TimelineKind[] | undefined; byPerson?: boolean; pinned?: boolean | undefined }

/** The timeline of a record of the noun `of`. */
export const toldOf = (actor: Actor, of: TimelineNoun, { kinds, byPerson, pinned }: Asked = {}): Told => {
  const asked = kinds ?? eventKinds.map(({ value }) => value)
  const nouns = of === 'customers' ? timelineNouns : [of]
  const all = {
    activities: toldActivities(actor, of, kinds),
    comments: toldComments(actor, of, kinds),
    events: nouns.flatMap((noun) => toldEvents(actor, of, noun, asked)),
  }
  const told = byPerson ? toldBy(actor, all) : all
  return pinned ? toldPinned(actor, told) : told
}
