export const deliver = (url: string) => globalThis.fetch(url)
