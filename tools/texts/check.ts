/* No text of the screens stands in the files unused: it would be translated, read and kept in step for nobody. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { listFiles, listModules, root } from '../source/files.ts'
import { parseModule } from '../source/module.ts'
import { isTest } from '../source/places.ts'
import { filesOpenedBy, keysOf, unusedKeys } from './keys.ts'

const PLANTED = 'planted.text'

const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const screens = listModules().filter((file) => file.startsWith('apps/web/src/') && !isTest(file))
const modules = screens.map((file) => {
  const module = parseModule(file, read(file))
  return { module, opened: filesOpenedBy(module) }
})
// A key is looked for where its file is opened: a computed key elsewhere says nothing of it.
const openers = (file: string) => {
  const name = path.basename(file, '.json')
  return modules.filter(({ opened }) => opened === null || opened.has(name)).map(({ module }) => module)
}
const files = listFiles(['apps/web/src/locales/en/*.json'])

const unused = files.flatMap((file) =>
  unusedKeys(keysOf(JSON.parse(read(file))), openers(file)).map((key) => `${file}: ${key}`),
)
for (const line of unused) console.error(`nobody shows ${line}`)
const isBlind = !files.length || unusedKeys([PLANTED], openers('common.json')).length !== 1
if (isBlind) console.error('The planted text was not noticed.')
console.log(`texts: ${files.length} files, ${unused.length} unused texts`)
process.exitCode = unused.length || isBlind ? 1 : 0
