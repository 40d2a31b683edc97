/** What a bulk change would do, found by the very rules that do it; nothing is written. */
import type { BulkEntity } from '@rapport/domain/features/bulk/bulk-actions.ts'
import type { BulkBody, BulkPreview } from '@rapport/domain/features/bulk/bulk.ts'
import type { Ctx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { wordsOf } from '@rapport/domain/code-text.ts'
import { judge, namesOf } from './judge.ts'
import { nouns } from './nouns.ts'
import { readRows, type Row } from './rows.queries.ts'
import { chosen } from './selection.queries.ts'
import { settle } from './wanted.commands.ts'

const PAGE = 2_000
const EXAMPLES = 3

type Reason = { count: number; examples: { id: string; label: string }[] }

/** Errors: those of the change itself. */
export const previewBulk = (ctx: Ctx, entity: BulkEntity, body: BulkBody): Promise<BulkPreview> =>
  transact(ctx, async (tx) => {
    const noun = nouns[entity]
    const wanted = await settle(tx, entity, body)
    const all = await chosen(tx, noun, body)
    const counts = { changed: 0, unchanged: 0, failed: 0 }
    const reasons = new Map<string, Reason>()
    for (let at = 0; at < all.length; at += PAGE) {
      const page = all.slice(at, at + PAGE)
      const rows = await readRows(
        tx,
        noun,
        page.map(({ id }) => id),
        namesOf(wanted),
        false,
      )
      for (const { id, version } of page) {
        const row = rows.get(id)
        const verdict = judge(tx, noun, wanted, row, version)
        counts[verdict.outcome]++
        if (verdict.outcome === 'failed') note(reasons, verdict.code, row)
      }
    }
    const told = [...reasons].map(([code, reason]) => ({
      code,
      message: wordsOf(code, {}, tx.actor.locale),
      ...reason,
    }))
    return { total: all.length, ...counts, reasons: told.toSorted((a, b) => b.count - a.count) }
  })

const note = (reasons: Map<string, Reason>, code: string, row: Row | undefined): void => {
  const reason = reasons.get(code) ?? { count: 0, examples: [] }
  reasons.set(code, reason)
  reason.count++
  const label = row?.stored.title
  if (row && typeof label === 'string' && reason.examples.length < EXAMPLES) reason.examples.push({ id: row.id, label })
}
