/*
 * What `npm test` runs, in this order. `npm run check -- lint types` runs the steps whose names begin so.
 * The output of a step is shown when it fails; the last line counts everything.
 */
import { inWords, runStep, sum } from './check/run.ts'
import type { Outcome, Step } from './check/run.ts'

const steps: Step[] = [
  { name: 'generate', command: 'node tools/generate.ts', vital: true },
  { name: 'types: domain', command: 'tsc -p packages/domain' },
  { name: 'types: prisma', command: 'tsc -p prisma' },
  { name: 'types: api', command: 'tsc -p apps/api' },
  { name: 'types: web', command: 'tsc -p apps/web' },
  { name: 'types: e2e', command: 'tsc -p e2e' },
  { name: 'types: tools', command: 'tsc -p tsconfig.json' },
  { name: 'format', command: 'oxfmt --check' },
  { name: 'lint', command: 'node tools/oxlint/check.ts' },
  { name: 'lint: house rules', command: 'node tools/lint/check.ts' },
  { name: 'boundaries', command: 'node tools/boundaries/check.ts' },
  { name: 'policy', command: 'node tools/policy/check.ts' },
  { name: 'sizes', command: 'node tools/sizes.ts' },
  { name: 'promises', command: 'node tools/trust-ids.ts' },
  { name: 'docs', command: 'node tools/docs-links.ts' },
  { name: 'drift', command: 'node tools/migrations/drift.ts' },
  { name: 'tests: tools', command: 'node tools/check/vitest.ts tools', minutes: 15 },
  { name: 'tests: domain', command: 'node tools/check/vitest.ts domain' },
  { name: 'tests: api', command: 'node tools/check/vitest.ts api', minutes: 15 },
  { name: 'tests: matrix', command: 'node tools/check/vitest.ts matrix', minutes: 15 },
  { name: 'tests: web', command: 'node tools/check/vitest.ts web', minutes: 10 },
  { name: 'lint:api', command: 'node tools/lint-api.ts' },
  { name: 'build', command: 'vite build apps/web' },
  { name: 'bundle', command: 'node tools/bundle/check.ts' },
  { name: 'tests: browser', command: 'node tools/e2e.ts', minutes: 15 },
]

// The steps run in groups of their own, which end with this process.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

const wanted = process.argv.slice(2)
const chosen = steps.filter(({ name }) => !wanted.length || wanted.some((start) => name.startsWith(start)))
const outcomes: Outcome[] = []

for (const step of chosen) {
  const outcome = await runStep(step)
  outcomes.push(outcome)
  const counted = outcome.passed + outcome.failed + outcome.skipped > 1 ? inWords(outcome) : ''
  console.log(
    `${outcome.failed ? 'FAIL' : 'ok  '} ${step.name.padEnd(24)} ${outcome.seconds.toFixed(1).padStart(6)} s  ${counted}`,
  )
  if (outcome.failed) console.log(outcome.output.split('\n').slice(-400).join('\n'))
  if (outcome.failed && step.vital) break
}

const total = sum(outcomes)
console.log(inWords(total))
process.exitCode = total.failed || !outcomes.length ? 1 : 0
