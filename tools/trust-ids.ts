/*
 * Every promise of trust-ids.list.ts must be named by a test: an id in brackets in its title. Counts each id as one test, so
 * that a promise without a proof is seen in the last line of `npm test`.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { inWords } from './check/run.ts'
import { listModules, root } from './source/files.ts'
import { parseModule } from './source/module.ts'
import { isTest } from './source/places.ts'
import { idsIn, titlesOf } from './source/titles.ts'
import { promises } from './trust-ids.list.ts'

const isProof = (file: string) => isTest(file) || file.startsWith('tools/faults/')
const files = listModules().filter(isProof)
const read = (file: string) => titlesOf(parseModule(file, readFileSync(path.join(root, file), 'utf8')))
const proved = new Set(files.flatMap(read).flatMap(idsIn))

const missing = Object.entries(promises).filter(([id]) => !proved.has(id))
for (const [id, promise] of missing) console.error(`no test names [${id}]: ${promise}`)
const unknown = [...proved].filter((id) => !(id in promises))
if (unknown.length) console.log(`named by tests and not in the list: ${unknown.sort().join(', ')}`)

const passed = Object.keys(promises).length - missing.length
console.log(inWords({ passed, failed: missing.length, skipped: 0 }))
process.exitCode = missing.length ? 1 : 0
