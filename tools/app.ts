/*
 * What `npm start` runs after the install: generates the Prisma client and builds the SPA where their sources changed,
 * then becomes the server, or with `worker` the process of the jobs alone. In this process, so that a signal reaches the server and nothing in between.
 */
import { enableCompileCache } from 'node:module'
import { pathToFileURL } from 'node:url'
import path from 'node:path'
import { buildWeb } from './build-web.ts'
import { generate } from './generate.ts'
import { root } from './source/files.ts'

enableCompileCache(path.join(root, 'node_modules/.cache/rapport')) // a third off every later start
const isWorker = process.argv[2] === 'worker'
generate()
if (!isWorker) buildWeb()
await import(pathToFileURL(path.join(root, 'apps/api/src', isWorker ? 'worker.ts' : 'server.ts')).href)
