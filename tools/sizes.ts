/*
 * The sizes of hand-written files. A file that grows hides a verb or a noun that wants a file of its own; the median and the
 * 90th percentile are told so that the drift is seen before a limit is met.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { listModules, listStyles, root } from './source/files.ts'
import { isTest } from './source/places.ts'

// Written by a program, whose test keeps them as it would write them.
const PRINTED = new Set(['apps/web/src/app/tokens.css'])
const LIMIT = 300
const TEST_LIMIT = 400
const GOAL = { median: 60, p90: 120 }

const lengthOf = (file: string) => readFileSync(path.join(root, file), 'utf8').trimEnd().split('\n').length
const files = [...listModules(), ...listStyles()].filter((file) => !PRINTED.has(file))
const sizes = files.map((file) => ({ file, lines: lengthOf(file) }))
const sorted = sizes
  .filter(({ file }) => !isTest(file))
  .map(({ lines }) => lines)
  .sort((a, b) => a - b)
const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

const limitOf = (file: string) => (isTest(file) || file.startsWith('e2e/') ? TEST_LIMIT : LIMIT)
const tooLong = sizes.filter(({ file, lines }) => lines > limitOf(file))
for (const { file, lines } of tooLong) console.error(`${file} has ${lines} lines, more than ${limitOf(file)}`)
if (!sizes.length) console.error('no file found')

const longest = Math.max(...sizes.map(({ lines }) => lines))
console.log(
  `sizes: ${sizes.length} files, median ${at(0.5)} (goal ${GOAL.median}), 90 % ${at(0.9)} (goal ${GOAL.p90}), longest ${longest}`,
)
process.exitCode = tooLong.length || !sizes.length ? 1 : 0
