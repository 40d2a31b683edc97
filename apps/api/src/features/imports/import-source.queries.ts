/** The source that new records of a file get unless another is chosen. */
import type { Ctx } from '../../ctx.ts'

/** The first source of kind 'import' still in use; null where there is none. */
export const findImportSource = async (ctx: Ctx): Promise<string | null> => {
  const source = await ctx.db.source.findFirst({
    where: { kind: 'import', archivedAt: null },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  })
  return source?.id ?? null
}
