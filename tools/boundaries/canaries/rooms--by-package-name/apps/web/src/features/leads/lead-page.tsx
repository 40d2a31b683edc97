import type { Ticket } from '@rapport/domain/features/tickets/tickets.ts'

export const title = (ticket: Ticket) => ticket
