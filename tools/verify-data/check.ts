/*
 * `npm run verify:data`: real files through the API of a real server, compared with answers known beforehand. Fails when the
 * folder of the data is missing (RAPPORT_DATA, default ../shared/data) or any figure differs. `-- --full` prints them all,
 * `-- security-payloads` runs one set. What the API exports is opened in LibreOffice; without it (LIBREOFFICE_PATH, soffice,
 * libreoffice) each file is counted as skipped in the last line.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { inWords, sum, type Counts } from '../check/run.ts'
import { startRig } from '../faults/rig.ts'
import { root } from '../source/files.ts'
import { keyFor, type Client } from './client.ts'
import { compare, type Figures } from './compare.ts'
import { checkCrmFiles } from './crm-files/check.ts'
import { checkDuplicateSet } from './duplicates/check.ts'
import { readFigures } from './maven/figures.ts'
import { loadMaven } from './maven/load.ts'
import { reportFigures } from './maven/reports.ts'
import { checkCards } from './vcards.ts'
import { checkPayloads } from './payloads/check.ts'

const data = path.resolve(root, process.env.RAPPORT_DATA ?? '../shared/data')
const folder = path.join(data, 'licence-not-stated/maven-crm')
const crmFiles = path.join(data, 'crm-import-files')
const payloads = path.join(data, 'security-payloads')
const cards = path.join(data, 'vcards')
const missing = [folder, crmFiles, payloads, cards, path.join(data, 'febrl'), path.join(data, 'restaurants')].filter(
  (one) => !existsSync(one),
)
for (const one of missing) console.error(`no data folder: ${one} (set RAPPORT_DATA)`)
if (missing.length > 0) process.exit(1)

const admin = { email: 'admin@example.com', password: 'verify the data 2017' }
const isFull = process.argv.includes('--full')

const pick = (from: Figures, ...names: string[]): Figures =>
  Object.fromEntries(names.map((name) => [name, from[name] ?? null]))

/** Runs one set against a server of its own. */
const against = async (check: (api: Client) => Promise<Counts>): Promise<Counts> => {
  const rig = await startRig({ RAPPORT_ADMIN_EMAIL: admin.email, RAPPORT_ADMIN_PASSWORD: admin.password })
  try {
    return await check(await keyFor(rig.url, admin.email, admin.password))
  } finally {
    await rig.close()
  }
}

const checkMaven = async (api: Client): Promise<Counts> => {
  const expected = JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as Figures
  const { version } = await api.get<{ version: number }>('/settings')
  await api.send('PATCH', '/settings', { baseCurrency: 'USD', version })
  const maven = await loadMaven(api, folder)
  const found = await readFigures(api, maven, Object.keys(expected.top20_accounts as object))
  const { definitions: _, quirks, ...figures } = expected
  const wanted = { ...figures, quirks: pick(quirks as Figures, 'blank_account', 'blank_account_by_stage') }
  const reports = await reportFigures(api, maven, expected)
  const counts = compare({ ...wanted, ...reports.expected }, { ...found, ...reports.found }, isFull)
  const { deals } = maven.imports
  if (deals)
    console.log(
      `import: ${Math.round((deals.rowCount / deals.ms.run) * 1000)} opportunities a second with their events`,
    )
  return counts
}

const checkContacts = async (api: Client): Promise<Counts> => {
  const { expected, found } = await checkCrmFiles(api, crmFiles)
  return compare(expected, found, isFull)
}

const checkTexts = async (api: Client): Promise<Counts> => {
  const { expected, found, skipped } = await checkPayloads(api, payloads)
  return { ...compare(expected, found, isFull), skipped }
}

const checkAddressBooks = async (api: Client): Promise<Counts> => {
  const { expected, found } = await checkCards(api, cards)
  return compare(expected, found, isFull)
}

const sets = {
  'security-payloads': checkTexts,
  'crm-import-files': checkContacts,
  vcards: checkAddressBooks,
  'maven-crm': checkMaven,
  'febrl-1': (api: Client) => checkDuplicateSet(api, data, 'febrl 1'),
  'febrl-3': (api: Client) => checkDuplicateSet(api, data, 'febrl 3'),
  restaurants: (api: Client) => checkDuplicateSet(api, data, 'restaurants'),
}
const asked = process.argv.slice(2).filter((one) => one in sets)
const counts: Counts[] = []
for (const [name, check] of Object.entries(sets)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  console.log(`${name}:`)
  counts.push(await against(check))
}
const all = sum(counts)
console.log(inWords(all))
process.exitCode = all.failed > 0 ? 1 : 0
