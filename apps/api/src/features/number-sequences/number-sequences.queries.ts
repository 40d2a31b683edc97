/**
 * Record numbers from a counter row that the writing transaction locks: a rollback gives its numbers back and nobody
 * gets one twice, so there is neither gap nor double. Take the number late in a command, others wait for its commit.
 */
import { formatNumber, type NumberedEntity } from '@rapport/domain/features/number-sequences/number-sequences.ts'
import type { Tx } from '../../ctx.ts'

type Counting = Pick<Tx, 'db' | 'now'>

/** The next `count` numbers of the entity, in order, in one statement. The year is the organisation's. */
export const nextNumbers = async (tx: Counting, entity: NumberedEntity, count: number): Promise<string[]> => {
  if (count < 1) return []
  const [row] = await tx.db.$queryRaw<{ year: number; first: number }[]>`
    insert into number_sequences as s (entity, year, next)
    values (${entity}, date_part('year', ${tx.now}::timestamptz at time zone coalesce(
      (select value->>'timeZone' from settings where key = 'organisation'), 'Asia/Shanghai'))::int, ${count}::int + 1)
    on conflict (entity, year) do update set next = s.next + ${count}::int
    returning year, next - ${count}::int as first`
  const { year, first } = row as { year: number; first: number }
  return Array.from({ length: count }, (_, index) => formatNumber(entity, year, first + index))
}

/** The last `count` numbers that this transaction was given and did not use; others still wait for its end. */
export const giveBackNumbers = async (tx: Counting, entity: NumberedEntity, count: number): Promise<void> => {
  if (count < 1) return
  await tx.db.$executeRaw`
    update number_sequences set next = next - ${count}::int
    where entity = ${entity} and year = date_part('year', ${tx.now}::timestamptz at time zone coalesce(
      (select value->>'timeZone' from settings where key = 'organisation'), 'Asia/Shanghai'))::int`
}

/** The next number of the entity. */
export const nextNumber = async (tx: Counting, entity: NumberedEntity): Promise<string> => {
  const [number] = await nextNumbers(tx, entity, 1)
  return number as string
}
