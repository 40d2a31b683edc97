export const load = () => import('../tickets/ticket-page.tsx')
