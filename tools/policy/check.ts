/* The policy of what may be installed: exact pins, one lockfile without hosts and with every checksum, equal UI versions. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { listFiles, root } from '../source/files.ts'
import { lockfileProblems, versionsOf } from './lockfile.ts'
import { forbiddenFields, loosePins, WORKSPACE_SETTINGS } from './pins.ts'

const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

const lockfile = read('pnpm-lock.yaml')
const workspace = read('pnpm-workspace.yaml')
const manifests = listFiles(['package.json', '*/package.json', '*/*/package.json'])
const mantine = versionsOf(lockfile, '@mantine/')

const problems = [
  ...lockfileProblems(lockfile).map((problem) => `pnpm-lock.yaml: ${problem}`),
  ...manifests.flatMap((file) =>
    loosePins(JSON.parse(read(file))).map((pin) => `${file}: not an exact version: ${pin}`),
  ),
  ...manifests.flatMap((file) =>
    forbiddenFields(JSON.parse(read(file))).map((field) => `${file}: must not have ${field}`),
  ),
  ...WORKSPACE_SETTINGS.filter(([line]) => !line.test(workspace)).map(([, why]) => `pnpm-workspace.yaml: needs ${why}`),
  ...(mantine.size === 1
    ? []
    : [`@mantine/* must all be of one version, found ${[...mantine.keys()].join(', ') || 'none'}`]),
  ...(manifests.length < 6 ? [`saw ${manifests.length} package.json files, expected 6`] : []),
]

for (const problem of problems) console.error(problem)
console.log(`policy: ${manifests.length} package.json files and the lockfile, ${problems.length} problems`)
process.exitCode = problems.length ? 1 : 0
