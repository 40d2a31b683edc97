/*
 * `npm run screenshots`: takes the pictures of the README anew, of the demo company on a throw-away installation, into
 * docs/screenshots/. Run it after the pages changed, look at the pictures, commit them.
 */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { findBrowser } from './browser.ts'
import { buildWeb } from './build-web.ts'
import { generate } from './generate.ts'
import { root } from './source/files.ts'

const folder = path.join(root, 'e2e')

const browser = await findBrowser()
if (!browser) throw new Error('no browser: set CHROMIUM_PATH, or install Chromium')
generate()
buildWeb()
const words = ['test', '--config', 'screenshots.config.ts']
const env = { ...process.env, CHROMIUM_PATH: browser.path }
const { status } = spawnSync(path.join(folder, 'node_modules/.bin/playwright'), words, {
  cwd: folder,
  env,
  stdio: 'inherit',
})
process.exitCode = status ?? 1
