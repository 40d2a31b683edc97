export const load = window.fetch
