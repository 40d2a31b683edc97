/** Teams by what a file identifies them with: their name in either language. */
import type { Label } from '@rapport/domain/field/kinds.ts'
import type { Tx } from '../../ctx.ts'

type Match = { value: string; id: string; label: Label; certain: boolean }

/** `values` come as they stand in the file and folded. */
export const matchTeams = async (tx: Tx, path: string, values: readonly string[]): Promise<Match[]> => {
  if (path !== 'label') return []
  return tx.db.$queryRaw<Match[]>`
    select distinct name.text as value, team.id::text, team.label, true as certain
    from teams team, unnest(array[team.label->>'zh', team.label->>'en']) as name(text)
    where team."archivedAt" is null and lower(name.text) = any(${[...values]}::text[])`
}
