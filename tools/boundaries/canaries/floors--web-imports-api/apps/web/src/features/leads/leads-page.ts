import type { Ctx } from '@rapport/api/src/http/ctx.ts'

export const page = (ctx: Ctx) => ctx
