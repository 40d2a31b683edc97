/** Files longer than a part or a batch: what is judged while the part before is being written. */
import { aPipeline } from '@rapport/prisma/factories/pipelines.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { afterEach, expect, it } from 'vitest'
import { useImports } from '../../../test/imports.ts'

const test = useImports()
const ROWS = 1_300
const REFUSED = 666
const BATCH = 2_000 // rows in one transaction

/** A rule of the database that the product knows nothing of, broken by the stays of one deal. */
const refuseSum = () =>
  test.database.pool.query(`
    create function refuse_sum() returns trigger language plpgsql as $$ begin
      if new.amount = ${REFUSED} then raise exception 'refused' using errcode = '23514'; end if;
      return new;
    end $$;
    create trigger refuse_sum before insert on stage_moves for each row execute function refuse_sum()`)

afterEach(() => test.database.pool.query('drop function if exists take_three, publish_between, refuse_sum cascade'))

type Pipeline = Awaited<ReturnType<typeof aPipeline>>

/** Past deals with these ids. */
const bringInDeals = async (
  ids: readonly string[],
  amountOf: (at: number) => number,
  given?: Pipeline,
  mode = 'create',
) => {
  const pipeline = given ?? (await aPipeline(test.database.prisma))
  const { en } = pipeline.label as { en: string }
  const { en: won } = pipeline.stages[3]!.label as { en: string }
  const lines = ids.map((id, at) => `${id},${mode} ${at},${won},2026-03-02,2026-05-04,${amountOf(at)}`)
  return test.bringIn(
    await test.as(),
    'opportunities',
    `externalId,name,stageId,startedAt,closedAt,amount\n${lines.join('\n')}\n`,
    { history: true, mode, fill: 'all', matchKeys: ['externalId'], defaults: [{ target: 'pipelineId', value: en }] },
  )
}

const numbersOf = async (mark: string): Promise<number[]> => {
  const deals = await test.database.prisma.opportunity.findMany({
    where: { externalId: { startsWith: mark } },
    orderBy: { id: 'asc' },
    select: { number: true },
  })
  return deals.map(({ number }) => Number(number.split('-').at(-1))).sort((one, other) => one - other)
}

/** Somebody else takes three numbers in the moment between the first batch of an import and the next. */
const takeThree = () =>
  test.database.pool.query(`
    create function take_three() returns trigger language plpgsql as $$ begin
      update number_sequences set next = next + 3 where entity = 'opportunities';
      return new;
    end $$;
    create trigger take_three after update on imports for each row when (old.cursor = 0 and new.cursor = ${BATCH})
      execute function take_three()`)

it('gives the batch to come the numbers that are left for it, and knows the rows in front of it', async () => {
  await takeThree()
  const mark = unique('D')
  const ids = Array.from({ length: BATCH + 150 }, (_, at) => `${mark}-${at}`)
  ids[BATCH + 5] = ids[BATCH - 5] ?? '' // asked for before that one was committed
  const done = await bringInDeals(ids, (at) => at + 1_000)
  expect(done).toMatchObject({ status: 'done', created: BATCH + 149, skipped: 1, failed: 0 })
  const numbers = await numbersOf(mark)
  const expected = numbers.map((_, at) => (numbers[0] ?? 0) + at + (at < BATCH ? 0 : 3))
  expect(numbers).toEqual(expected)
})

/** The pipeline of this name is published anew in the moment between the first batch of an import and the next. */
const publishBetween = (name: string) =>
  test.database.pool.query(`
    create function publish_between() returns trigger language plpgsql as $$ begin
      update pipelines set "publishedVersion" = 2 where label->>'en' = '${name}';
      return new;
    end $$;
    create trigger publish_between after update on imports for each row when (old.cursor = 0 and new.cursor = ${BATCH})
      execute function publish_between()`)

it('judges again what was made ready before its pipeline was published anew', async () => {
  const { prisma } = test.database
  const pipeline = await aPipeline(prisma)
  await publishBetween((pipeline.label as { en: string }).en)
  const mark = unique('D')
  const ids = Array.from({ length: BATCH + 50 }, (_, at) => `${mark}-${at}`)
  const done = await bringInDeals(ids, (at) => at + 1_000, pipeline)
  expect(done).toMatchObject({ status: 'done', created: BATCH + 50 })
  const versions = await prisma.stageMove.groupBy({
    by: ['pipelineVersion'],
    where: { opportunity: { externalId: { startsWith: mark } } },
    _count: true,
    orderBy: { pipelineVersion: 'asc' },
  })
  expect(versions.map(({ pipelineVersion, _count }) => [pipelineVersion, _count])).toEqual([
    [1, 2 * BATCH],
    [2, 100],
  ])
  const numbers = await numbersOf(mark)
  expect(numbers).toEqual(numbers.map((_, at) => (numbers[0] ?? 0) + at))
})

it('leaves no gap in the numbers and takes none twice where records are changed as well', async () => {
  const { prisma } = test.database
  const pipeline = await aPipeline(prisma)
  const mark = unique('D')
  const known = Array.from({ length: 5 }, (_, at) => `${mark}-${at}`)
  await bringInDeals(known, () => 1, pipeline)
  const more = Array.from({ length: 120 }, (_, at) => `${mark}-${at}`)
  const done = await bringInDeals(more, () => 2, pipeline, 'upsert')
  expect(done).toMatchObject({ status: 'done', created: 115, updated: 5 })
  const numbers = await numbersOf(mark)
  expect(numbers).toEqual(numbers.map((_, at) => (numbers[0] ?? 0) + at))
  const counter = await prisma.numberSequence.findFirstOrThrow({ where: { entity: 'opportunities' } })
  expect(counter.next).toBe((numbers.at(-1) ?? 0) + 1)
})

it('finds what the part before brought in, and leaves out alone what the database refuses [C10]', async () => {
  const { prisma } = test.database
  await refuseSum()
  const mark = unique('D')
  const ids = Array.from({ length: ROWS }, (_, at) => `${mark}-${at}`)
  ids[900] = ids[10] ?? '' // in the first part
  ids[1103] = ids[1099] ?? '' // in one that is made ready while the other is being written
  ids[1202] = ids[1201] ?? '' // in one part
  const done = await bringInDeals(ids, (at) => (at === 700 ? REFUSED : at + 1_000))
  expect(done).toMatchObject({ status: 'done', created: ROWS - 4, skipped: 3, failed: 1 })
  const deals = await prisma.opportunity.findMany({
    where: { externalId: { startsWith: mark } },
    include: { moves: true },
    orderBy: { number: 'asc' },
  })
  expect(deals.map(({ externalId }) => externalId)).toEqual([...new Set(ids)].filter((_, at) => at !== 700))
  expect(deals.every(({ moves, closedAt }) => moves.length === 2 && closedAt !== null)).toBe(true)
  // Numbers are taken before a part is judged; those of rows that stay out go to the next ones.
  const numbers = deals.map(({ number }) => Number(number.split('-').at(-1)))
  expect(numbers).toEqual(numbers.map((_, at) => (numbers[0] ?? 0) + at))
  const told = await prisma.event.groupBy({
    by: ['recordId'],
    where: { recordId: { in: deals.map(({ id }) => id) } },
    _count: true,
  })
  expect(told.filter(({ _count }) => _count === 1)).toHaveLength(deals.length)
  const rows = await prisma.importRow.findMany({
    where: { importId: done.id, outcome: { not: 'created' } },
    orderBy: { rowNo: 'asc' },
    select: { rowNo: true, outcome: true },
  })
  const refused = await prisma.importRow.findFirstOrThrow({ where: { importId: done.id, rowNo: 701 } })
  expect(refused.errors).toEqual([
    {
      column: null,
      target: null,
      code: 'import.refused',
      severity: 'error',
      params: { reason: 'SQL 23514' },
    },
  ])
  expect(rows).toEqual([
    { rowNo: 701, outcome: 'failed' },
    { rowNo: 901, outcome: 'skipped' },
    { rowNo: 1104, outcome: 'skipped' },
    { rowNo: 1203, outcome: 'skipped' },
  ])
})
