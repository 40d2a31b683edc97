import { closeTicket } from '../tickets/tickets.commands.ts'

export const loseLead = () => closeTicket()
