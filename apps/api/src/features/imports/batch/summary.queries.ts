/** What a dry run found, counted: rows by verdict, and problems by kind with the values behind them. */
import type { ProblemKind } from '@rapport/domain/features/imports/imports.ts'
import { verdicts } from '@rapport/domain/features/imports/import-choices.ts'
import { proposalsFor, type Proposal } from '@rapport/domain/features/imports/references.ts'
import type { Prisma } from '@rapport/prisma'
import type { Tx } from '../../../ctx.ts'
import { planFor, type StoredImport } from '../imports.queries.ts'
import { loadAlike } from './candidates.queries.ts'

const SHOWN_VALUES = 20

type Counted = Record<'rows' | 'changes' | 'certain' | 'likely' | 'writes', number> & { verdict: string }

export const summarise = async (
  tx: Tx,
  stored: StoredImport,
): Promise<{ checked: Record<string, number>; problems: Prisma.InputJsonValue }> => {
  const counted = await tx.db.$queryRaw<Counted[]>`
    select verdict, count(*)::int as rows, coalesce(sum(jsonb_array_length(changes)), 0)::int as changes,
      (count(*) filter (where level = 'certain' and decision is null))::int as certain,
      (count(*) filter (where level = 'likely' and decision is null))::int as likely,
      (count(*) filter (where decision <> 'skip' or (decision is null and verdict <> 'duplicate')))::int as writes
    from import_rows where "importId" = ${stored.id}::uuid group by verdict`
  const byVerdict = Object.fromEntries(
    verdicts.map((verdict) => [verdict, counted.find((one) => one.verdict === verdict)?.rows ?? 0]),
  )
  const kinds = await loadKinds(tx, stored.id)
  const warnings = kinds.filter(({ severity }) => severity === 'warning').reduce((sum, { rows }) => sum + rows, 0)
  const changes = counted.reduce((sum, one) => sum + one.changes, 0)
  const { certain = 0, likely = 0 } = counted.find(({ verdict }) => verdict === 'duplicate') ?? {}
  const writes = counted.reduce((sum, one) => sum + (one.verdict === 'error' ? 0 : one.writes), 0)
  return {
    checked: { ...byVerdict, changes, warnings, certain, likely, writes },
    problems: await withProposals(tx, stored, kinds),
  }
}

/** `params` are those that all its rows have in common; null where they differ. Names are kept in both languages. */
export type StoredKind = Omit<ProblemKind, 'message' | 'values'> & {
  params?: Prisma.InputJsonObject | null
  values: { value: string; rows: number; proposals: Proposal[] }[]
}
type Kind = Omit<StoredKind, 'values'> & { values: { value: string; rows: number }[] }

// Errors before warnings, the most frequent first.
const loadKinds = (tx: Tx, id: string): Promise<Kind[]> =>
  tx.db.$queryRaw<Kind[]>`
    with found as (
      select e->>'column' as "column", e->>'target' as target, e->>'code' as code, e->>'severity' as severity, coalesce(e->>'value', '') as value, count(*)::int as rows,
        min(coalesce(e->>'params', '')) as least, max(coalesce(e->>'params', '')) as most
      from import_rows, jsonb_array_elements(errors) e where "importId" = ${id}::uuid group by 1, 2, 3, 4, 5
    ), ranked as (
      select *, row_number() over (partition by "column", target, code, severity order by rows desc, value) as rank from found
    )
    select "column", target, code, severity, sum(rows)::int as rows,
      case when min(least) = max(most) then nullif(min(least), '')::jsonb end as params,
      coalesce(jsonb_agg(jsonb_build_object('value', value, 'rows', rows) order by rows desc, value) filter (where rank <= ${SHOWN_VALUES} and value <> ''), '[]') as "values"
    from ranked group by "column", target, code, severity order by severity, sum(rows) desc, code limit 100`

const withProposals = async (tx: Tx, stored: StoredImport, kinds: readonly Kind[]): Promise<Prisma.InputJsonValue> => {
  const plan = planFor(tx.actor, stored)
  const described: StoredKind[] = []
  for (const kind of kinds) {
    const target = plan.targets.get(kind.target ?? '')
    const lost = kind.code === 'import.unresolved' || kind.code === 'import.ambiguous'
    const field = target?.field
    const candidates =
      lost && field?.kind === 'ref'
        ? await loadAlike(
            tx,
            plan,
            field.to,
            target?.dictionary,
            kind.values.map(({ value }) => value),
          )
        : kind.code === 'import.choice' && field?.kind === 'choice'
          ? field.choices.map(({ value, label }) => ({
              id: value,
              label,
              keys: [],
              names: [value, label.zh, label.en],
            }))
          : []
    described.push({
      ...kind,
      values: kind.values.map((one) => ({ ...one, proposals: proposalsFor(one.value, candidates) })),
    })
  }
  return described
}
