/** What may lead to a notice; the shell of the browser knows it too. */
import type { EventType } from '../../events.ts'

/** The events after which somebody may be told something; open pages ask for notices again when they hear of one. */
export const tellingTypes: readonly EventType[] = [
  'comment.added',
  'comment.edited',
  'customer.transferred',
  'opportunity.transferred',
  'customer.shared',
  'opportunity.shared',
  'activity.missed',
  'import.finished',
  'import.failed',
  'bulk.finished',
  'bulk.failed',
  'export.finished',
  'export.failed',
  // That an export has ended is told to auditors alone; the pages of its owner hear of its beginning once more.
  'export.started',
]
