/**
 * What somebody waits for while he types: the search of the palette and the check for duplicates. Each is asked many times with other
 * words, one at a time as a person asks, by somebody who sees everything and by a rep.
 */
import type pg from 'pg'
import { asAdmin } from './data/installation.ts'
import { quantile, type Shot } from './fire.ts'
import { queryOf } from './queries.ts'
import type { Reader, World } from './world.ts'

type Kind = 'search' | 'duplicates'
type Find = { name: string; shots(admin: pg.Client): Promise<Shot[]> }

const ASKED = 40

const searching = (texts: readonly string[]): Shot[] =>
  texts.map((q) => ({ path: `/api/v1/search?${queryOf({ q, limit: '20' })}` }))

// Drawn from the rows themselves, so that there is something to find.
const drawn = async (admin: pg.Client, text: string, from: string): Promise<string[]> => {
  const { rows } = await admin.query<{ text: string }>(
    `select distinct ${text} as text from (select * from ${from} order by hashtext(id::text) limit 400) drawn`,
  )
  return rows.map((row) => row.text).filter(Boolean)
}

const search = (name: string, text: string, from: string): Find => ({
  name: `search: ${name}`,
  shots: async (admin) => searching(await drawn(admin, text, from)),
})

const check = (name: string, record: string, from: string): Find => ({
  name: `duplicates: ${name}`,
  shots: async (admin) =>
    (await drawn(admin, `(${record})::text`, from)).map((text) => ({
      method: 'POST',
      path: '/api/v1/duplicates/check',
      body: { recordType: 'customer', record: JSON.parse(text) as unknown },
    })),
})

const chinese = `customers where language = 'zh' and kind = 'company'`
const latin = `customers where language = 'en' and kind = 'company'`

const finds: readonly Find[] = [
  search('one Chinese character', `substr("shortName", 1, 1)`, chinese),
  search('two Chinese characters', `substr("shortName", 1, 2)`, chinese),
  search('name of a company', `"shortName"`, chinese),
  search('pinyin initials', `substr("pinyinInitials", 3, 4)`, chinese),
  search('pinyin', `substr(pinyin, 1, 8)`, chinese),
  search('part of a Latin name', `lower(substr(name, 2, 5))`, latin),
  search('four last digits of a phone', `right(phones->0->>'number', 4)`, chinese),
  search('eight last digits of a phone', `right(phones->0->>'number', 8)`, chinese),
  search('e-mail', `emails->0->>'address'`, 'contacts'),
  search('number of a deal', 'number', 'opportunities'),
  search('digits of a number', `right(number, 6)`, 'opportunities'),
  check('a name', `json_build_object('kind', 'company', 'name', name)`, chinese),
  check('a Latin name', `json_build_object('kind', 'company', 'name', left(name, -1) || 'x')`, latin),
  check(
    'name, phone, mail and city',
    `json_build_object('kind', 'company', 'name', name, 'phones', json_build_array(json_build_object('type', 'work', 'number', phones->0->>'number')),
    'emails', emails, 'city', city)`,
    chinese,
  ),
]

export type FindTimes = { name: string; p95: Record<Exclude<Reader, 'below'>, number> }

/** The p95 of the answers to all of a kind, in ms: of an administrator, and of a rep. */
export async function measureFinds(world: World, kind: Kind): Promise<FindTimes[]> {
  const all: FindTimes[] = []
  for (const { name, shots } of finds.filter(({ name }) => name.startsWith(kind))) {
    const asked = (await asAdmin(world.home, shots)).slice(0, ASKED)
    all.push({ name, p95: { all: await timeOf(world, 'all', asked), own: await timeOf(world, 'own', asked) } })
  }
  return all
}

async function timeOf(world: World, reader: Reader, shots: readonly Shot[]): Promise<number> {
  const times: number[] = []
  for (const shot of [shots[0], ...shots].filter((one) => one !== undefined)) times.push(await ask(world, reader, shot))
  return quantile(times.slice(1), 0.95) // the first makes plans
}

async function ask({ server, as }: World, reader: Reader, { method = 'GET', path, body }: Shot): Promise<number> {
  const begin = performance.now()
  const reply = await fetch(`${server.url}${path}`, {
    method,
    headers: { ...as[reader], ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await reply.text()
  if (reply.status !== 200) throw new Error(`${path} answered ${reply.status}: ${text.slice(0, 300)}`)
  return performance.now() - begin
}
