/*
 * `npm run verify:data`: real files through the API of a real server, compared with answers known beforehand. Fails when the
 * folder of the data is missing (RAPPORT_DATA, default ../shared/data) or any figure differs. `-- --full` prints them all.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { startRig } from '../faults/rig.ts'
import { root } from '../source/files.ts'
import { keyFor } from './client.ts'
import { compare, type Figures } from './compare.ts'
import { readFigures } from './maven/figures.ts'
import { loadMaven } from './maven/load.ts'
import { reportFigures } from './maven/reports.ts'

const data = path.resolve(root, process.env.RAPPORT_DATA ?? '../shared/data')
const folder = path.join(data, 'licence-not-stated/maven-crm')
if (!existsSync(folder)) {
  console.error(`no data folder: ${folder} (set RAPPORT_DATA)`)
  process.exit(1)
}
const expected = JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as Figures
const pick = (from: Figures, ...names: string[]): Figures =>
  Object.fromEntries(names.map((name) => [name, from[name] ?? null]))

const admin = { email: 'admin@example.com', password: 'verify the data 2017' }
const rig = await startRig({ RAPPORT_ADMIN_EMAIL: admin.email, RAPPORT_ADMIN_PASSWORD: admin.password })
try {
  const api = await keyFor(rig.url, admin.email, admin.password)
  const { version } = await api.get<{ version: number }>('/settings')
  await api.send('PATCH', '/settings', { baseCurrency: 'USD', version })
  const maven = await loadMaven(api, folder)
  const found = await readFigures(api, maven, Object.keys(expected.top20_accounts as object))
  const { definitions: _, quirks, ...figures } = expected
  const wanted = { ...figures, quirks: pick(quirks as Figures, 'blank_account', 'blank_account_by_stage') }
  const reports = await reportFigures(api, maven, expected)
  const differing = compare(
    { ...wanted, ...reports.expected },
    { ...found, ...reports.found },
    process.argv.includes('--full'),
  )
  const { deals } = maven.imports
  if (deals)
    console.log(
      `import: ${Math.round((deals.rowCount / deals.ms.run) * 1000)} opportunities a second with their events`,
    )
  process.exitCode = differing > 0 ? 1 : 0
} finally {
  await rig.close()
}
