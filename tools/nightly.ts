/*
 * What `npm run nightly` runs besides `npm test`: the same at full size, and what is measured in time or memory. It takes
 * hours and a quiet machine; every step shows what it found.
 */
import type { Step } from './check/run.ts'
import { runSteps } from './check/run-steps.ts'

const steps: Step[] = [
  { name: 'generate', command: 'node tools/generate.ts', vital: true },
  { name: 'build', command: 'vite build apps/web', vital: true },
  { name: 'faults', command: 'node tools/faults/run.ts', minutes: 60, loud: true },
  { name: 'contests', command: 'node tools/faults/run-contests.ts', minutes: 20, loud: true },
  { name: 'real data', command: 'node tools/verify-data/check.ts', minutes: 20, loud: true },
  { name: 'every look', command: 'RAPPORT_E2E_ALL=1 node tools/e2e.ts', minutes: 60 },
  { name: 'bench', command: 'node bench/run.ts', minutes: 240, loud: true },
]

await runSteps(steps, process.argv.slice(2))
