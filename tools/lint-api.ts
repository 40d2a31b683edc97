/*
 * `npm run lint:api`: starts the server, fetches the OpenAPI document as anybody would, and asks Spectral (with OWASP's
 * rules) and Redocly. Any finding fails; so does a judge that misses a planted one.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { askRedocly, askSpectral, type Finding } from './api-lint/judge.ts'
import { plant, planted } from './api-lint/plant.ts'
import { findFreePort, spawnServer, waitUntilReady } from './faults/server-process.ts'

const folder = await mkdtemp(path.join(os.tmpdir(), 'rapport-lint-api-'))

async function fetchDocument(): Promise<Record<string, unknown>> {
  const port = await findFreePort()
  const server = spawnServer({ PORT: String(port), RAPPORT_HOME: path.join(folder, 'home'), RAPPORT_DEMO: 'off' })
  try {
    await waitUntilReady(`http://127.0.0.1:${port}`, server)
    const reply = await fetch(`http://127.0.0.1:${port}/api/v1/openapi.json`)
    if (!reply.ok) throw new Error(`/api/v1/openapi.json answers ${reply.status}`)
    return (await reply.json()) as Record<string, unknown>
  } finally {
    server.child.kill('SIGTERM')
    await server.ended
  }
}

async function judge(name: string, document: object): Promise<Record<'spectral' | 'redocly', Finding[]>> {
  const file = path.join(folder, `${name}.json`)
  await writeFile(file, JSON.stringify(document, null, 1))
  return { spectral: await askSpectral(file), redocly: await askRedocly(file) }
}

try {
  const document = await fetchDocument()
  const served = await judge('openapi', document)
  const spoilt = await judge('planted', plant(document))
  let failed = 0
  for (const name of ['spectral', 'redocly'] as const) {
    const missed = planted[name].filter((rule) => !spoilt[name].some((finding) => finding.rule === rule))
    for (const { rule, place, message } of served[name].slice(0, 100)) console.log(`${rule}  ${place}\n  ${message}`)
    for (const rule of missed) console.log(`${name} misses the planted fault against ${rule}`)
    const found = `${planted[name].length - missed.length} of ${planted[name].length} planted faults found`
    console.log(`${name}: ${served[name].length} findings in the served document; ${found}`)
    failed += served[name].length + missed.length
  }
  process.exitCode = failed ? 1 : 0
} finally {
  await rm(folder, { recursive: true, force: true })
}
