/** The sample company for who sets an installation up: the product loads it, because nobody is signed in yet. */
import type { Services, Ctx } from '../../ctx.ts'
import { systemCtx } from '../../access/system.ts'
import { samplePassword } from './demo-password.ts'
import { loadDemo } from './demo.commands.ts'
import type { Language } from './story.ts'

export type LoadSample = (ctx: Ctx, language: Language) => Promise<unknown>

export const sampleLoader =
  (services: Services): LoadSample =>
  (ctx, language) =>
    loadDemo(systemCtx(services, ctx.log, ctx.requestId), language, samplePassword(services.config))
