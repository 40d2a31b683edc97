/**
 * The words behind three derived instants of customers and opportunities. Next action: the earliest planned start of an
 * activity that is still to be done, overdue or not. Last activity: the latest one done. Last real contact: the latest one
 * done in which the customer answered.
 */

/** States of an activity that is still to be done. */
export const openStatuses = ['planned', 'inProgress', 'missed'] as const

/** Kinds in which one may meet the customer; a note or a task is not among them, whatever it says. */
export const contactKinds = ['call', 'meeting', 'visit', 'message', 'mail', 'demo'] as const
