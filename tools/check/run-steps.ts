/** Runs a list of steps one after the other, says how each went, and ends with one line that counts everything. */
import { inWords, runStep, sum, type Outcome, type Step } from './run.ts'

const LINES = 400

/** `wanted`: the beginnings of the names to run; none means all. Sets the exit code. */
export async function runSteps(steps: Step[], wanted: string[]): Promise<void> {
  // The steps run in groups of their own, which end with this process.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  const chosen = steps.filter(({ name }) => !wanted.length || wanted.some((start) => name.startsWith(start)))
  const outcomes: Outcome[] = []
  for (const step of chosen) {
    const outcome = await runStep(step)
    outcomes.push(outcome)
    tell(step, outcome)
    if (outcome.failed && step.vital) break
  }
  const total = sum(outcomes)
  console.log(inWords(total))
  process.exitCode = total.failed || !outcomes.length ? 1 : 0
}

function tell({ name, loud }: Step, outcome: Outcome): void {
  const counted = outcome.passed + outcome.failed + outcome.skipped > 1 ? inWords(outcome) : ''
  const seconds = outcome.seconds.toFixed(1).padStart(6)
  console.log(`${outcome.failed ? 'FAIL' : 'ok  '} ${name.padEnd(24)} ${seconds} s  ${counted}`)
  if (outcome.failed || loud) console.log(outcome.output.split('\n').slice(-LINES).join('\n'))
}
