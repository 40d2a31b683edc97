/** What must be true of generated rows, since no trigger and no foreign key watched them being made. */
import type pg from 'pg'

const FLAWS: Record<string, string> = {
  'deals without customer': `opportunities o where not exists (select from customers c where c.id = o."customerId")`,
  'deals older than their customer': `opportunities o join customers c on c.id = o."customerId" where c."createdAt" > o."createdAt"`,
  'amounts that are not the sum of their lines': `opportunities o join (select "opportunityId" as id, sum(net) as net from opportunity_lines group by 1) l using (id) where l.net <> o.amount`,
  'deals without an open stage move': `opportunities o left join stage_moves m on m."opportunityId" = o.id and m."leftAt" is null where m.id is null or m."toStageId" <> o."stageId" or m."enteredAt" <> o."stageEnteredAt"`,
  'gaps between stage moves': `(select "enteredAt", lag("leftAt") over w as left, lag("toStageId") over w as "to", "fromStageId" from stage_moves window w as (partition by "opportunityId" order by "enteredAt", id)) m where "left" is distinct from case when "fromStageId" is null then null else "enteredAt" end or "to" is distinct from "fromStageId"`,
  'next actions without a plan': `opportunities o where "nextActionAt" is not null and not exists (select from activities a where a."opportunityId" = o.id and a."plannedStart" = o."nextActionAt")`,
  'events about nothing': `events e where entity = 'opportunities' and not exists (select from opportunities o where o.id = e."recordId")`,
}

const COUNTED =
  'customers contacts opportunities stage_moves opportunity_lines opportunity_contacts activities events users teams products'.split(
    ' ',
  )

/** Returns the counts as lines for a person. Throws when a flaw is found. */
export async function checkCompany(admin: pg.Client): Promise<string[]> {
  for (const [flaw, rows] of Object.entries(FLAWS)) {
    const found = await countOf(admin, `select count(*)::int as count from ${rows}`)
    if (found > 0) throw new Error(`The generated company has ${found} ${flaw}`)
  }
  const counts = []
  for (const table of COUNTED)
    counts.push(`${await countOf(admin, `select count(*)::int as count from ${table}`)} ${table}`)
  const closed = await countOf(admin, `select (100.0 * count("closedAt") / count(*))::int as count from opportunities`)
  return [counts.join(', '), `${closed} % closed`]
}

const countOf = async (admin: pg.Client, query: string) =>
  (await admin.query<{ count: number }>(query)).rows[0]?.count ?? 0
