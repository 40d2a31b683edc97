/* Weighs the built SPA against its bars; `--all` prints every page and not only the heaviest. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from '../source/files.ts'
import { lostFiles } from './lost-files.ts'
import { BARS, weigh } from './weigh.ts'
import type { Kind, Weight } from './weigh.ts'

const dist = path.join(root, 'apps/web/dist')
const read = (file: string) => readFileSync(path.join(dist, file))
if (!existsSync(path.join(dist, 'index.html'))) throw new Error('apps/web/dist is empty: build the SPA first')

const weights = weigh({
  html: read('index.html').toString(),
  manifest: JSON.parse(read('.vite/manifest.json').toString()),
  sizeOf: (file) => gzipSync(read(file), { level: 9 }).length,
  textOf: (file) => read(file).toString(),
})

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
const heaviest = (kind: Kind) => weights.filter((weight) => weight.kind === kind).sort((a, b) => b.bytes - a.bytes)
const isOver = ({ kind, bytes }: Weight) => bytes > BARS[kind].limit

for (const kind of Object.keys(BARS) as Kind[]) {
  const { goal, limit } = BARS[kind]
  const shown = heaviest(kind).filter(
    (weight, index) => index === 0 || isOver(weight) || process.argv.includes('--all'),
  )
  for (const { name, bytes } of shown) {
    const verdict = bytes > limit ? 'TOO HEAVY' : bytes > goal ? 'over the goal' : 'ok'
    console.log(
      `${kind.padEnd(13)} ${kB(bytes).padStart(9)}  goal ${kB(goal)}, limit ${kB(limit)}  ${verdict}  ${name}`,
    )
  }
}
const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll(path.sep, '/'))
const lost = lostFiles(files, (file) => read(file).toString())
for (const address of lost) console.error(`a style names ${address}, which is not there`)
process.exitCode = lost.length || weights.some(isOver) ? 1 : 0
