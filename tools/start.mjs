/*
 * `npm start` and `npm run worker`: installs what is missing, then runs tools/app.ts on the Node that was installed. Plain JavaScript, because
 * on a fresh clone an older Node runs it. Nothing changed since the last install: npx and pnpm, which take seconds to
 * find that out, are not asked.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const inRoot = (...names) => path.join(root, ...names)
const workspaces = ['.', 'apps/api', 'apps/web', 'packages/domain', 'prisma', 'e2e']
const stamp = inRoot('node_modules/.installed-from')
const installedNode = inRoot('node_modules/.bin', process.platform === 'win32' ? 'node.exe' : 'node')
const app = inRoot('tools/app.ts')
const YOUNG = ['--min-semi-space-size=8', '--max-semi-space-size=8', '--no-parallel-scavenge']

const wanted = hashManifests()
if (['start', 'worker'].includes(process.env.npm_lifecycle_event)) endWithShell()
if (!isInstalled()) install()
if (isInstalledNode(process.execPath) && process.env.MALLOC_ARENA_MAX) await import(pathToFileURL(app).href)
else runApp()

/** npm gives a signal to the shell between itself and us, which dies of it without a word. */
function endWithShell() {
  const shell = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 250).unref()
}

function hashManifests() {
  const hash = createHash('sha256')
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...workspaces.map((name) => path.join(name, 'package.json'))]
  for (const file of files) hash.update(readFileSync(inRoot(file)))
  return hash.digest('hex')
}

function isInstalled() {
  const isThere = workspaces.every((name) => existsSync(inRoot(name, 'node_modules')))
  return isThere && existsSync(installedNode) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
}

function install() {
  const words = ['--prefer-offline', '-y', 'pnpm@12.21.0', 'install', '--frozen-lockfile']
  const { status } = spawnSync('npx', words, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) process.exit(status ?? 1)
  writeFileSync(stamp, wanted)
}

function isInstalledNode(file) {
  return realpathSync(file) === realpathSync(installedNode)
}

/**
 * The server is a child, which gets the signals that are meant for it. It keeps two pools of memory outside of V8's instead of eight for
 * each processor, which is what glibc gives many threads and never takes back: a sixth less in all. Pieces of a megabyte are taken by themselves
 * and given back at once, instead of glibc keeping room for the largest it ever saw: an eighth less. Young objects of V8 get 8 MB in each of two
 * halves from the start, since memory.ts keeps the space from growing: as small as V8 begins it, it was full after half a dozen pages of a list. So few
 * objects survive that a second thread to move them costs more than it saves. All must be said before the start.
 */
function runApp() {
  const malloc = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '1000000', MALLOC_TRIM_THRESHOLD_: '1000000' }
  const env = { ...malloc, ...process.env }
  const child = spawn(installedNode, [...YOUNG, app, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env,
  })
  // Ctrl+C reaches the child by itself, being in the terminal's group; this process only waits for its end.
  process.on('SIGINT', () => undefined)
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 1))
}
