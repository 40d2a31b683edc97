/** Which reactions an event sets off: type → queues. Each reaction is idempotent by event id and decides again when it runs. */
import type { EventType } from '@rapport/domain/events.ts'

export const subscriptions: Partial<Record<EventType, readonly string[]>> = {
  'import.checkStarted': ['imports.check'],
  'import.started': ['imports.run'],
  'bulk.started': ['bulk.run'],
  'export.started': ['exports.run'],
  'job.undoStarted': ['bulk.undo'],
  'import.undoStarted': ['imports.undo'],
}
