/* Runs one vitest project and ends with its counts, in the words tools/check.ts adds up: `node tools/check/vitest.ts api`. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { root } from '../source/files.ts'
import { inWords } from './run.ts'

type Report = { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number }

const project = process.argv[2]
if (!project) throw new Error('which vitest project?')

const folder = mkdtempSync(path.join(tmpdir(), 'rapport-vitest-'))
const file = path.join(folder, 'report.json')
try {
  // A run that fails shows its failures and not the thousands that passed.
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
  const { status } = spawnSync('vitest', ['run', '--project', project, ...reporters], { cwd: root, stdio: 'inherit' })
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }
  console.log(inWords(counts))
  process.exitCode = status ?? 1
} finally {
  rmSync(folder, { recursive: true })
}
