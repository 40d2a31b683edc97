/** What other rooms ask of products. */
import type { Ctx, Tx } from '../../ctx.ts'
import { refuse } from '../../http/problems.ts'

/**
 * Products that a command adds somewhere must exist and be active. `path` names where they stand in the request.
 * Errors: 422 `reference.invalid` for one that is absent or in the trash, 422 `product.inactive`.
 */
export const demandActiveProducts = async (
  ctx: Ctx | Tx,
  ids: readonly string[],
  path: (id: string, index: number) => string = () => 'productId',
): Promise<void> => {
  if (ids.length === 0) return
  const found = await ctx.db.product.findMany({
    where: { id: { in: [...ids] }, deletedAt: null },
    select: { id: true, active: true },
  })
  const active = new Map(found.map((product) => [product.id, product.active]))
  const faults = (code: 'reference.invalid' | 'product.inactive', isBad: (id: string) => boolean) =>
    ids.flatMap((id, index) => (isBad(id) ? [{ path: path(id, index), code }] : []))
  const missing = faults('reference.invalid', (id) => !active.has(id))
  if (missing.length > 0) refuse('reference.invalid', { field: missing[0]?.path }, missing)
  const inactive = faults('product.inactive', (id) => active.get(id) === false)
  if (inactive.length > 0) refuse('product.inactive', {}, inactive)
}
