/** Whether the installation still waits for its first administrator. */
import type { Db } from '../../db/prisma.ts'

/** Setting up is over once there is an active user. */
export const isSetUp = async ({ db }: { db: Db }): Promise<boolean> => {
  const found = await db.user.findFirst({ where: { status: 'active' }, select: { id: true } })
  return found !== null
}
