/** Which hole is planted at this moment; the wrappers of holes.matrix.ts ask for it by name. */
import type { Ctx } from '../../ctx.ts'

export const planted = { hole: '' }

/** The caller with every right and reach, as code would have it that forgot to ask who calls. */
export const unbound = <C extends Pick<Ctx, 'actor'>>(ctx: C): C => ({
  ...ctx,
  actor: { ...ctx.actor, kind: 'system' },
})

/** The caller without the rules about single fields. */
export const unruled = <C extends Pick<Ctx, 'actor'>>(ctx: C): C => ({
  ...ctx,
  actor: { ...ctx.actor, rules: { ...ctx.actor.rules, fieldRules: {} } },
})
