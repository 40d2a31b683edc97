/*
 * Runs oxlint on the tree, then on planted faults (canaries/), each of which it must report by the rule named here. A linter
 * that reads no file, or a rule that a new version renamed, would otherwise be green for ever.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { root } from '../source/files.ts'

const MUST_FIND = [
  'eslint(eqeqeq)',
  'eslint(max-lines-per-function)',
  'eslint(no-console)',
  'eslint(no-empty)',
  'eslint(no-eval)',
  'eslint(no-restricted-imports)',
  'eslint(no-unused-vars)',
  'eslint(no-warning-comments)',
  'jsx-a11y(alt-text)',
  'jsx-a11y(click-events-have-key-events)',
  'react(no-danger)',
  'react-hooks(exhaustive-deps)',
  'react-hooks(rules-of-hooks)',
  'typescript(ban-ts-comment)',
  'typescript(no-explicit-any)',
  'typescript(no-floating-promises)',
  'typescript(no-namespace)',
  'typescript(parameter-properties)',
  'vitest(no-disabled-tests)',
  'vitest(no-focused-tests)',
]
const MINIMUM_FILES = 350

const oxlint = (...more: string[]) =>
  spawnSync('oxlint', ['--type-aware', '--deny-warnings', '--report-unused-disable-directives', ...more], {
    cwd: root,
    encoding: 'utf8',
  })

const problems: string[] = []

const tree = oxlint()
const files = Number(/ on (\d+) files/.exec(tree.stdout)?.[1] ?? 0)
if (tree.status !== 0) problems.push(tree.stdout + tree.stderr)
if (files < MINIMUM_FILES) problems.push(`oxlint saw ${files} files, expected ${MINIMUM_FILES} or more`)

const missed = missedCanaries()
problems.push(...missed.map((rule) => `oxlint did not report the planted fault of ${rule}`))

for (const problem of problems) console.error(problem)
console.log(`oxlint: ${files} files, ${MUST_FIND.length} planted faults, ${problems.length} problems`)
process.exitCode = problems.length ? 1 : 0

// The configuration ignores the canaries, so they are judged by a copy of it that does not.
function missedCanaries(): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-oxlint-'))
  try {
    const { ignorePatterns: _, ...config } = JSON.parse(readFileSync(path.join(root, '.oxlintrc.json'), 'utf8'))
    const file = path.join(folder, 'oxlintrc.json')
    writeFileSync(file, JSON.stringify(config))
    const { stdout } = oxlint('-c', file, '-f', 'unix', 'tools/oxlint/canaries')
    return MUST_FIND.filter((rule) => !stdout.includes(`/${rule}]`))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
