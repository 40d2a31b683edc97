/** The rows of the file → the database, where they can be checked, decided on and corrected one by one. */
import type { Ctx } from '../../../ctx.ts'
import { readRows } from '../files/read-file.ts'
import { readingOf, type StoredImport } from '../imports.queries.ts'
import { uploadPath } from '../upload.ts'

const BATCH = 2_000

/** Goes on after the rows that are there already. Errors: FileError when the file cannot be read any more. */
export const loadRows = async (ctx: Ctx, stored: StoredImport): Promise<void> => {
  const { id, fileKey, rowCount } = stored
  const last = await ctx.db.importRow.findFirst({
    where: { importId: id },
    orderBy: { rowNo: 'desc' },
    select: { rowNo: true },
  })
  let loaded = last?.rowNo ?? 0
  if (loaded >= rowCount) return
  for await (const rows of readRows(uploadPath(ctx.services.config.home, fileKey), readingOf(stored), loaded, BATCH)) {
    await ctx.db.$executeRaw`
      insert into import_rows ("importId", "rowNo", raw)
      select ${id}::uuid, ${loaded}::int + at::int, row from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as read(row, at)
      on conflict do nothing`
    loaded += rows.length
  }
  if (loaded !== rowCount) throw new Error(`the file of import ${id} has ${loaded} rows instead of ${rowCount}`)
}
