type Filter = { name?: string }

export const find = (query: Filter) => ({ where: { ...query } })
