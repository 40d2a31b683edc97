/*
 * Runs the end-to-end tests in the browser that was found and ends with their counts. Words after it go to Playwright:
 * `node tools/e2e.ts customers.spec.ts`. Without any browser every test is counted as skipped, loudly.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findBrowser } from './browser.ts'
import { inWords } from './check/run.ts'
import { root } from './source/files.ts'

type Report = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }

const folder = path.join(root, 'e2e')
const playwright = path.join(folder, 'node_modules/.bin/playwright')

const browser = await findBrowser()
if (browser) runTests(browser.path)
else skipTests()

function runTests(executable: string): void {
  const scratch = mkdtempSync(path.join(tmpdir(), 'rapport-e2e-'))
  const file = path.join(scratch, 'report.json')
  const { NO_COLOR, ...inherited } = process.env
  const env = {
    ...inherited,
    ...(NO_COLOR && { FORCE_COLOR: '0' }),
    CHROMIUM_PATH: executable,
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  }
  try {
    // Kept in a record, a run shows its failures and not the many that passed.
    const progress = process.stdout.isTTY ? 'list' : 'dot'
    const words = ['test', `--reporter=${progress},json`, ...process.argv.slice(2)]
    const { status } = spawnSync(playwright, words, { cwd: folder, env, stdio: 'inherit' })
    const { stats } = JSON.parse(readFileSync(file, 'utf8')) as Report
    console.log(inWords({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }))
    process.exitCode = status ?? 1
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

function skipTests(): void {
  const { stdout } = spawnSync(playwright, ['test', '--list'], { cwd: folder, encoding: 'utf8' })
  const skipped = Number(/^Total: (\d+) tests?/m.exec(stdout)?.[1] ?? 0)
  console.error('NO BROWSER: not one end-to-end test was run. Set CHROMIUM_PATH, or install Chromium.')
  console.log(inWords({ passed: 0, failed: skipped ? 0 : 1, skipped }))
}
