/*
 * What `npm test` runs, in this order. `npm run check -- lint types` runs the steps whose names begin so.
 * The output of a step is shown when it fails; the last line counts everything.
 */
import type { Step } from './check/run.ts'
import { runSteps } from './check/run-steps.ts'

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
  { name: 'texts: shown', command: 'node tools/texts/check.ts' },
  { name: 'texts: translated', command: 'node tools/texts/hard-coded.ts' },
  { name: 'unused', command: 'knip --no-progress' },
  { name: 'drift', command: 'node tools/migrations/drift.ts' },
  { name: 'tests: tools', command: 'node tools/check/vitest.ts tools', minutes: 20 },
  { name: 'tests: domain', command: 'node tools/check/vitest.ts domain' },
  { name: 'tests: api', command: 'node tools/check/vitest.ts api', minutes: 25 },
  { name: 'tests: matrix', command: 'node tools/check/vitest.ts matrix', minutes: 20 },
  { name: 'tests: web', command: 'node tools/check/vitest.ts web', minutes: 10 },
  { name: 'lint:api', command: 'node tools/lint-api.ts' },
  { name: 'build', command: 'vite build apps/web' },
  { name: 'bundle', command: 'node tools/bundle/check.ts' },
  { name: 'tests: browser', command: 'node tools/e2e.ts', minutes: 25 },
]

await runSteps(steps, process.argv.slice(2))
