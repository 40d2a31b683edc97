/** Who may do what with an activity he sees. */
import { may, type Actor } from '../../access/actor.ts'
import { removes, type Placed } from '../../access/reach.ts'
import { mayFollow, type ActivityCommand } from './activities.rules.ts'
import type { ActivityStatus } from './activity-choices.ts'

/** Whether owner, team or authorship lets the actor write, and how far the activity has come. */
export type ActivityFacts = Placed & { writable: boolean; status: ActivityStatus }

export const activityPolicy = {
  edit: (actor: Actor, activity: ActivityFacts) => may(actor, 'activities.update') && activity.writable,
  command: (actor: Actor, activity: ActivityFacts, command: ActivityCommand) =>
    activityPolicy.edit(actor, activity) && mayFollow(command, activity.status),
  delete: (actor: Actor, activity: ActivityFacts) =>
    may(actor, 'activities.delete') && activity.writable && removes(actor, 'activities', activity),
  /** What is private is one's own. */
  keepPrivate: (actor: Actor, { ownerId, isPrivate }: { ownerId: string | null; isPrivate: boolean }) =>
    !isPrivate || (ownerId !== null && ownerId === actor.userId),
}
