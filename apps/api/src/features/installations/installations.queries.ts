/** Whether the installation still waits for its first administrator. */
import type { Ctx, Tx } from '../../ctx.ts'

/** Setting up is over once there is an active user. */
export const isSetUp = async (ctx: Ctx | Tx): Promise<boolean> => {
  const found = await ctx.db.user.findFirst({ where: { status: 'active' }, select: { id: true } })
  return found !== null
}
