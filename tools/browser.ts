/*
 * Finds a browser for the end-to-end tests and the screenshots, because the install downloads none: the one named by
 * CHROMIUM_PATH, the system's, Playwright's own, Debian's (installed when we may), at last the one packaged for npm.
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { root } from './source/files.ts'

export type Browser = { path: string; source: string }

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]
const DEBIAN_PACKAGES = ['chromium', 'fonts-noto-cjk', 'poppler-utils']

// Playwright and the packaged browser are dependencies of the end-to-end tests, not of the tools.
const e2e = createRequire(path.join(root, 'e2e/package.json'))

/** The first browser that starts, or undefined when there is none and none could be installed. Says what it tried. */
export async function findBrowser(say: (line: string) => void = console.error): Promise<Browser | undefined> {
  const places: [source: string, find: () => Promise<string | undefined>][] = [
    ['CHROMIUM_PATH', async () => process.env.CHROMIUM_PATH],
    ['the system', async () => SYSTEM.find(isProgram)],
    ['Playwright', playwrightBrowser],
    ['Debian', async () => (installFromDebian(say) ? SYSTEM.find(isProgram) : undefined)],
    ['@sparticuz/chromium', packagedBrowser],
  ]
  for (const [source, find] of places) {
    const program = await find()
    if (!program) continue
    if (starts(program)) return { path: program, source }
    say(`browser: ${program} (${source}) does not start`)
  }
  return undefined
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const starts = (program: string) => spawnSync(program, ['--version'], { timeout: 30_000 }).status === 0

async function playwrightBrowser(): Promise<string | undefined> {
  const { chromium } = e2e('@playwright/test') as { chromium: { executablePath: () => string } }
  const program = chromium.executablePath()
  return existsSync(program) ? program : undefined
}

function installFromDebian(say: (line: string) => void): boolean {
  if (process.getuid?.() !== 0 || !isProgram('/usr/bin/apt-get')) return false
  say(`browser: installing ${DEBIAN_PACKAGES.join(', ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...words: string[]) =>
    spawnSync('apt-get', words, { env, stdio: ['ignore', 'ignore', 'inherit'], timeout: 600_000 })
  return apt('update', '-qq').status === 0 && apt('install', '-y', '-qq', ...DEBIAN_PACKAGES).status === 0
}

// For linux-x64 only; unpacks 210 MB into the temporary folder once. The variable must be set before it is loaded: it makes
// the package bring the libraries that a bare system lacks.
async function packagedBrowser(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs24.x'
  try {
    const loaded = await import(e2e.resolve('@sparticuz/chromium'))
    return (await loaded.default.executablePath()) as string
  } catch {
    return undefined // an optional dependency: absent where the install left it out
  }
}

if (import.meta.main) console.log((await findBrowser()) ?? 'none')
