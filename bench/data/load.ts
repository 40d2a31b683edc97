/*
 * Fills an installation that was just set up. Each step is one file of `insert … select` over generate_series, so the rows
 * are born inside PostgreSQL and never cross a wire; indexes are taken away before and built again after.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { words } from './words.ts'

const STEPS = path.join(import.meta.dirname, 'steps')
const BEFORE = ['helpers', 'people', 'ground']
const MAIN = ['customers', 'contacts', 'deals', 'opportunities', 'stage-moves', 'lines', 'activities', 'events']
const YEARS = 3

/** The day on which the company's story ends; fixed, so that a seed makes the same rows for ever. */
const UNTIL = new Date('2026-11-20T00:00:00Z')

/** How many deals, and how many customers if not a quarter as many. */
export type Plan = { size: number; customers?: number; seed: number }

/** `admin` is the superuser on the product's database; `tell` hears of each step and how long it took. */
export async function loadCompany(admin: pg.Client, plan: Plan, tell: (text: string) => void): Promise<void> {
  const timed = async (name: string, work: () => Promise<unknown>) => {
    const begin = performance.now()
    await work()
    tell(`${name.padEnd(14)} ${((performance.now() - begin) / 1000).toFixed(1).padStart(6)} s`)
  }
  // Triggers and foreign keys are for rows of doubtful origin; these are checked as a whole at the end.
  await admin.query(
    `set session_replication_role = replica; set work_mem = '256MB'; set maintenance_work_mem = '512MB'`,
  )
  await admin.query('create schema bench')
  await makeWords(admin)
  for (const step of BEFORE) await timed(step, () => admin.query(readStep(step, plan)))
  const indexes = await dropIndexes(admin)
  for (const step of MAIN) await timed(step, () => admin.query(`${readStep(step, plan)}; ${ANALYZE[step] ?? ''}`))
  await timed('indexes', () => rebuild(admin, indexes))
  await admin.query('drop schema bench cascade')
  await timed('vacuum', () => admin.query('vacuum (analyze)'))
  await timed('checkpoint', () => admin.query('checkpoint'))
}

const ANALYZE: Record<string, string> = {
  customers: 'analyze bench.customer',
  contacts: 'analyze bench.contact',
  deals: 'analyze bench.deal',
  opportunities: 'analyze opportunities',
}

function readStep(name: string, { size, customers = Math.max(200, Math.round(size / 4)), seed }: Plan): string {
  const start = new Date(UNTIL)
  start.setUTCFullYear(start.getUTCFullYear() - YEARS)
  const values: Record<string, string> = {
    seed: String(seed),
    size: String(size),
    customers: String(customers),
    until: `timestamptz '${UNTIL.toISOString()}'`,
    start: `timestamptz '${start.toISOString()}'`,
  }
  const text = readFileSync(path.join(STEPS, `${name}.sql`), 'utf8')
  return text.replace(/(?<!:):([a-z]+)/g, (_, value: string) => values[value] ?? `:${value}`)
}

async function makeWords(admin: pg.Client): Promise<void> {
  const names = Object.keys(words)
  await admin.query(`create table bench.words (${names.map((name) => `"${name}" text[]`).join(', ')})`)
  await admin.query(
    `insert into bench.words values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(words),
  )
}

/** All that no constraint rests on, of the tables that grow. */
async function dropIndexes(admin: pg.Client): Promise<string[]> {
  const { rows } = await admin.query<{ name: string; definition: string }>(
    `select quote_ident(c.relname) as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
     where t.relnamespace = 'public'::regnamespace and not i.indisprimary and t.relname = any($1)
       and not exists (select from pg_constraint where conindid = i.indexrelid)`,
    [GROWING],
  )
  for (const { name } of rows) await admin.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition)
}

const GROWING =
  'customers contacts customer_contacts opportunities stage_moves opportunity_lines opportunity_contacts close_date_changes activities events identity_keys'.split(
    ' ',
  )

async function rebuild(admin: pg.Client, definitions: string[]): Promise<void> {
  for (const definition of definitions) await admin.query(definition)
}
