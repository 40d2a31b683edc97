/** Jobs in SQL: everybody's own, whatever else he sees. */
import { jobFields } from '@rapport/domain/features/jobs/jobs.fields.ts'
import { jobPolicy, type JobFacts } from '@rapport/domain/features/jobs/jobs.policy.ts'
import { recordSet, sql, type RowView, type Sql } from '../../records/record-set.ts'

const address = (when: Sql, before: string, after: string): Sql =>
  sql`case when ${when} then ${before} || job.id || ${after} end`

const factsOf = (row: RowView): JobFacts => {
  const number = (value: unknown) => (value === null || value === undefined ? null : Number(value))
  return {
    kind: row.kindOf as JobFacts['kind'],
    state: row.stateOf as JobFacts['state'],
    changed: Number(row.reached),
    age: number(row.age),
    left: number(row.left),
  }
}

export const jobRecords = recordSet({
  noun: 'jobs',
  personal: true,
  alias: 'job',
  fields: jobFields,
  from: sql`jobs job`,
  visibleTo: (actor) => (actor.kind === 'system' ? sql`true` : sql`job."ownerId" = ${actor.userId}::uuid`),
  computed: () => ({
    // An undo counts what it takes back.
    total: sql`(case when job.state = 'undoing' then job.changed else job.total end)`,
    done: sql`(case when job.state = 'undoing' then job.undone + job.kept
      when job.kind = 'export' then job.cursor else job.changed + job.unchanged + job.failed end)`,
  }),
  labels: {},
  parts: () => ({
    errorsUrl: { value: address(sql`job.failed + job.kept > 0`, '/api/v1/jobs/', '/errors') },
    undoUrl: {
      value: address(
        sql`job.kind = 'bulk' and job.changed > 0 and job.state in ('done', 'cancelled', 'failed')`,
        '/api/v1/jobs/',
        '/undo',
      ),
    },
    fileUrl: {
      value: address(
        sql`job.kind = 'export' and job.state = 'done' and job."fileKey" is not null`,
        '/api/v1/exports/',
        '/file',
      ),
    },
    errorText: { value: sql`job.error` },
  }),
  title: sql`job.title`,
  facts: ({ now }) => ({
    kindOf: sql`job.kind`,
    stateOf: sql`job.state`,
    reached: sql`job.changed`,
    age: sql`extract(epoch from ${now}::timestamptz - job."finishedAt")::float8`,
    left: sql`extract(epoch from job."expiresAt" - ${now}::timestamptz)::float8`,
  }),
  can: (_actor, row) => {
    const facts = factsOf(row)
    return { cancel: jobPolicy.cancel(facts), undo: jobPolicy.undo(facts), download: jobPolicy.download(facts) }
  },
  defaultSort: ['-createdAt'],
})
