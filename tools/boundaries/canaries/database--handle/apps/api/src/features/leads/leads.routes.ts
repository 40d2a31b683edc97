type Ctx = { db: { lead: { findMany: () => unknown } } }

export const list = (ctx: Ctx) => ctx.db.lead.findMany()
