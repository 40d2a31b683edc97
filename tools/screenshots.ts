/*
 * `npm run screenshots`: the pictures of the README, taken of the demo company on a throw-away installation. Run it after
 * the pages changed, look at the pictures, commit them.
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { buildWeb } from './build-web.ts'
import { findBrowser } from './browser.ts'
import { root } from './source/files.ts'
