type Ctx = { db: { $queryRawUnsafe: (sql: string) => unknown } }

export const all = (ctx: Ctx, name: string) => ctx.db.$queryRawUnsafe(name)
