/** Which reactions an event sets off: type → queues. Each reaction is idempotent by event id and decides again when it runs. */
import type { EventType } from '@rapport/domain/events.ts'

type Subscriptions = Partial<Record<EventType, readonly string[]>>

const tell = ['notifications.tell'] as const

export const subscriptions: Subscriptions = {
  'import.checkStarted': ['imports.check'],
  'import.started': ['imports.run'],
  'import.retried': ['imports.run'],
  'bulk.started': ['bulk.run'],
  'export.started': ['exports.run'],
  'job.undoStarted': ['bulk.undo'],
  'import.undoStarted': ['imports.undo'],
  'comment.added': tell,
  'comment.edited': tell,
  'customer.shared': tell,
  'opportunity.shared': tell,
  'activity.due': tell,
  'activity.missed': tell,
  'import.finished': tell,
  'import.failed': tell,
  'bulk.finished': tell,
  'bulk.failed': tell,
  'export.finished': tell,
  'export.failed': tell,
}

/** What is set off by one record alone: of what was done to many at once the end of their job tells. */
export const subscriptionsAlone: Subscriptions = {
  'customer.transferred': tell,
  'opportunity.transferred': tell,
}

/** What is set off only where somebody gets a record from somebody else by it (`givenTo`). */
export const subscriptionsGiven: Subscriptions = {
  'customer.created': tell,
  'contact.created': tell,
  'opportunity.created': tell,
  'activity.created': tell,
  'activity.updated': tell,
}
