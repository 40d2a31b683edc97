/** Spectral and Redocly as judges of one document: what they find, by the name of the rule. */
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { root } from '../source/files.ts'

export type Finding = { rule: string; place: string; message: string }

const HERE = path.join(root, 'tools/api-lint')
const bin = (name: string) => path.join(root, 'node_modules/.bin', name)

/** Everything Spectral says of the document in `file`, warnings and hints as well. */
export async function askSpectral(file: string): Promise<Finding[]> {
  const report = `${file}.spectral`
  const rules = path.join(HERE, 'spectral.yaml')
  await run(bin('spectral'), ['lint', file, '--ruleset', rules, '--format', 'json', '--output', report, '--quiet'])
  const found = JSON.parse(await readFile(report, 'utf8')) as { code: string; path: string[]; message: string }[]
  return found.map(({ code, path: at, message }) => ({ rule: code, place: at.join('.'), message }))
}

/** Everything Redocly says of it. */
export async function askRedocly(file: string): Promise<Finding[]> {
  const config = path.join(HERE, 'redocly.yaml')
  const { output } = await run(bin('redocly'), ['lint', file, '--config', config, '--format', 'json'])
  const { problems } = JSON.parse(output) as { problems: RedoclyProblem[] }
  return problems.map(({ ruleId, message, location }) => ({
    rule: ruleId,
    place: location[0]?.pointer ?? '',
    message,
  }))
}

type RedoclyProblem = { ruleId: string; message: string; location: { pointer?: string }[] }

// No news of versions and nothing reported to their makers.
const quiet = { NO_COLOR: '1', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', REDOCLY_TELEMETRY: 'off' }

function run(command: string, args: string[]): Promise<{ output: string }> {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...quiet },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let trouble = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (trouble += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    // Both end with 1 for findings; what is no report fails where it is read.
    child.once('close', (code) => ((code ?? 2) > 1 ? reject(new Error(`${command}: ${trouble}`)) : resolve({ output })))
  })
}
