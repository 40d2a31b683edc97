/** The contact exports of another CRM, brought in as the proposal maps them, and what is then told of them. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Client } from '../client.ts'
import type { Figures } from '../compare.ts'
import { importFile, type Brought } from '../import-file.ts'
import { readCsv } from './read-csv.ts'

type Row = Record<string, string>
type Contact = { emails: unknown[]; phones: unknown[]; tags: string[]; customers: { customerId: string }[] }
type Sent = { items: { raw: string[] }[]; nextCursor: string | null }

const FILE = 'original/atomic-crm/contacts.csv'
const asCsv = (rows: readonly string[][]) =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')
const countBy = (values: readonly string[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length]))

const walk = async <T>(api: Client, address: string): Promise<T[]> => {
  const all: T[] = []
  for (let cursor: string | undefined; ;) {
    const page = await api.get<{ items: T[]; nextCursor: string | null }>(address, { limit: '200', cursor })
    all.push(...page.items)
    if (page.nextCursor === null) return all
    cursor = page.nextCursor
  }
}

const outcomeOf = ({ rowCount, created, updated, skipped, failed }: Brought): Figures => ({
  rows: rowCount,
  created,
  updated,
  skipped,
  failed,
})

// The companies and the person that the rows name must be there before them.
const prepare = async (api: Client, rows: readonly Row[]): Promise<void> => {
  const source = await api.send<{ id: string }>('POST', '/sources', {
    code: 'crm-files',
    label: { zh: '其他系统', en: 'Another CRM' },
    kind: 'web',
  })
  const companies = [...new Set(rows.map((row) => row.company ?? ''))]
  const customers = asCsv([['company', 'kind'], ...companies.map((name) => [name, 'company'])])
  const mapping = [
    { column: 'company', target: 'name' },
    { column: 'kind', target: 'kind' },
  ]
  await importFile(api, 'customers', 'companies.csv', customers, { mapping, sourceId: source.id })
  await api.send('POST', '/users', { name: 'Jane Doe', email: 'jane.doe@example.com' })
}

/** What must come of it and what came: the published figures, and what follows from the file itself. */
export const checkCrmFiles = async (api: Client, folder: string): Promise<{ expected: Figures; found: Figures }> => {
  const content = readFileSync(path.join(folder, FILE), 'utf8')
  const { atomic_contacts: known } = JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as {
    atomic_contacts: { rows: number; status: Figures; newsletter: Figures } & Figures
  }
  const rows = readCsv(content)
  await prepare(api, rows)
  // What our contacts do not know is said beforehand, as the wizard asks for it.
  const valueMaps = [{ column: 'gender', values: [{ from: 'nonbinary', to: 'other' }] }]
  const settings = { matchKeys: ['emails'], history: true, valueMaps }
  const first = await importFile(api, 'contacts', 'contacts.csv', content, settings)
  const again = await importFile(api, 'contacts', 'contacts.csv', content, { ...settings, mode: 'upsert' })
  const { found, raw } = await readBack(api, first, rows)
  const told = (name: string) => countBy(raw.map((row) => row[name] ?? ''))
  const { rows: count } = known
  const numbers = ['phone_work', 'phone_home', 'phone_other'].flatMap((name) => rows.filter((row) => row[name]))
  const written = { rows: count, updated: 0, failed: 0 }
  return {
    expected: {
      atomic_contacts: known,
      first: { ...written, created: count, skipped: 0 },
      again: { ...written, created: 0, skipped: count },
      kept: { contacts: count, emails: count, phones: numbers.length },
    },
    found: {
      atomic_contacts: { ...found.atomic, status: told('status'), newsletter: told('has_newsletter') },
      first: outcomeOf(first),
      again: outcomeOf(again),
      kept: found.kept,
    },
  }
}

// What no field of ours takes is kept with the rows of the import, as it came.
const readBack = async (api: Client, { id }: Brought, rows: readonly Row[]) => {
  const contacts = await walk<Contact>(api, '/contacts')
  const names = Object.keys(rows[0] ?? {})
  const sent = await walk<Sent['items'][number]>(api, `/imports/${id}/rows`)
  const raw = sent.map((row) => Object.fromEntries(names.map((name, at) => [name, row.raw[at] ?? ''])))
  const total = (of: (contact: Contact) => number) => contacts.reduce((sum, contact) => sum + of(contact), 0)
  const atomic: Figures = {
    rows: raw.length,
    companies: new Set(contacts.flatMap((one) => one.customers.map(({ customerId }) => customerId))).size,
    tags_multi: contacts.filter(({ tags }) => tags.length > 1).length,
    distinct_email_work: new Set(raw.flatMap((row) => row.email_work || [])).size,
  }
  const kept = {
    contacts: contacts.length,
    emails: total((one) => one.emails.length),
    phones: total((one) => one.phones.length),
  }
  return { found: { atomic, kept }, raw }
}
