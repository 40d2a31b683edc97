/** The rows of a composed select: within a transaction from that one, otherwise by the shorter way past Prisma. */
import { isTx, type Ctx, type Tx } from '../ctx.ts'
import type { Sql } from './record-set.ts'

/** Money and instants must be asked for as text (`row.ts` does), since the two ways differ in what they make of them. */
export const selectRows = <R>(ctx: Ctx | Tx, statement: Sql, anew = false): Promise<R[]> =>
  isTx(ctx) ? ctx.db.$queryRaw<R[]>(statement) : ctx.services.readRows<R>(statement, anew)
