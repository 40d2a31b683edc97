/** Jobs as their owner reads them, and as their work does. */
import type { Actor } from '@rapport/domain/access/actor.ts'
import { wordsOf } from '@rapport/domain/code-text.ts'
import type { JobAction, JobEntity, JobKind, JobState } from '@rapport/domain/features/jobs/job-choices.ts'
import type { FaultsQuery } from '@rapport/domain/features/jobs/jobs.contract.ts'
import type { Job, JobFault } from '@rapport/domain/features/jobs/jobs.ts'
import type { Prisma } from '@rapport/prisma'
import type { Ctx, Tx } from '../../ctx.ts'
import { recordSets } from '../../records/all.ts'
import { readRecord } from '../../records/find.ts'
import { refuse } from '../../http/problems.ts'
import { sql } from '../../records/record-set.ts'
import { titlesAmong } from '../../records/titles.ts'
import { jobRecords } from './jobs.records.ts'

export const spoken = (job: Job, locale: Actor['locale']): Job => ({
  ...job,
  ...(job.errorText && { errorText: wordsOf(job.errorText, {}, locale) }),
})

/** Errors: 404 for a job that is somebody else's. */
export const readJob = async (ctx: Ctx | Tx, id: string): Promise<Job> =>
  spoken(await readRecord<Job>(ctx, jobRecords, id), ctx.actor.locale)

type FaultRow = {
  rowNo: number
  recordId: string
  outcome: 'failed' | 'kept'
  code: string
  params: Record<string, unknown> | null
  label: string | null
}

/** A record that went out of the reader's sight is there without its name. Errors: 404. */
export const listFaults = async (
  ctx: Ctx,
  id: string,
  { from = 1, limit = 50 }: FaultsQuery,
): Promise<{ items: JobFault[]; next: number | null }> => {
  const [own] = await ctx.db.$queryRaw<{ entity: string }[]>`
    select job.entity from ${jobRecords.from} where job.id = ${id}::uuid and ${jobRecords.visibleTo(ctx.actor)}`
  const set = recordSets()[own?.entity ?? '']
  if (!set) return refuse('record.notFound')
  const ids = sql`select "recordId" from job_rows where "jobId" = ${id}::uuid`
  const rows = await ctx.db.$queryRaw<FaultRow[]>`
    with faults as (select "rowNo", "recordId", outcome, code, params from job_rows
      where "jobId" = ${id}::uuid and "rowNo" >= ${from} and outcome in ('failed', 'kept') order by "rowNo" limit ${limit + 1})
    select faults.*, named.title as label from faults left join ${titlesAmong(ctx, set, ids)} named on named.id = faults."recordId" order by "rowNo"`
  const items = rows.slice(0, limit).map(({ label, params, ...row }) => ({
    ...row,
    record: label === null ? null : { id: row.recordId, label },
    message: wordsOf(row.code, params ?? {}, ctx.actor.locale),
  }))
  return { items, next: rows[limit]?.rowNo ?? null }
}

const select = {
  id: true,
  version: true,
  ownerId: true,
  apiKeyId: true,
  kind: true,
  entity: true,
  action: true,
  title: true,
  spec: true,
  state: true,
  total: true,
  cursor: true,
  changed: true,
  unchanged: true,
  failed: true,
  undone: true,
  kept: true,
  eventId: true,
  fileKey: true,
  createdAt: true,
} satisfies Prisma.JobSelect

type Row = Prisma.JobGetPayload<{ select: typeof select }>
export type StoredJob = Omit<Row, 'kind' | 'entity' | 'action' | 'state'> & {
  kind: JobKind
  entity: JobEntity
  action: JobAction
  state: JobState
}

export const loadJob = async (db: Prisma.TransactionClient, id: string): Promise<StoredJob | null> =>
  (await db.job.findUnique({ where: { id }, select })) as StoredJob | null

/** The job, locked until the transaction ends; null when it is no longer in this state. */
export const lockJob = async (tx: Tx, id: string, state: JobState): Promise<StoredJob | null> => {
  await tx.db.$queryRaw`select 1 from jobs where id = ${id}::uuid for update`
  const stored = await loadJob(tx.db, id)
  return stored?.state === state ? stored : null
}
