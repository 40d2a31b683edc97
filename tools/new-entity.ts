/*
 * `npm run new:entity invoices -- --zh 发票` writes the rooms of a noun on every floor, as sources has them, and says which
 * lines to add by hand; `--register` adds them too. docs/adding-an-entity.md tells the rest.
 */
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { writeRooms } from './new-entity/generate.ts'
import { namesOf } from './new-entity/names.ts'
import { linesOf, register } from './new-entity/register.ts'
import { root } from './source/files.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { zh: { type: 'string' }, singular: { type: 'string' }, register: { type: 'boolean' } },
})

try {
  const names = namesOf(positionals[0] ?? '', values)
  const files = writeRooms(names, root)
  if (values.register) register(names, root)
  const lines = linesOf(names)
  spawnSync('oxfmt', [...files, ...(values.register ? lines.map(({ file }) => file) : [])].filter(isFormatted), {
    cwd: root,
  })
  console.log(files.join('\n'))
  console.log(values.register ? '\nRegistered in:' : '\nBy hand, in each list:')
  for (const { file, text } of lines) console.log(`${file}: ${text.trim()}`)
  console.log(`\nThen: node tools/generate.ts && npm run new:migration add_${names.plural.replaceAll('-', '_')}`)
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}

function isFormatted(file: string): boolean {
  return /\.(tsx?|json)$/.test(file)
}
