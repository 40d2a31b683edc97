/** Imports in tests: files to send, and the work of the queue done at once instead of in the background. */
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { PgBoss } from 'pg-boss'
import pino from 'pino'
import { afterAll } from 'vitest'
import { loadConfig } from '../config.ts'
import type { JobData } from '../jobs/worker.ts'
import { workers } from '../jobs/reactions.ts'
import { useApp, type Caller, type TestApp } from './app.ts'

export type TestImports = TestApp & {
  home: string
  /** Sends a file; the answer of POST /imports. */
  upload: (caller: Caller, entity: string, content: string | Buffer, name?: string) => ReturnType<Caller['call']>
  /** Does what the queue holds, also what comes into it meanwhile. */
  work: () => Promise<void>
  /** Uploads, settles, checks and brings in; the import as it ends. */
  bringIn: (caller: Caller, entity: string, content: string, settings?: object) => Promise<any> // eslint-disable-line typescript/no-explicit-any
}

export const useImports = (): TestImports => {
  const home = mkdtempSync(path.join(tmpdir(), 'rapport-imports-'))
  const queue: { name: string; data: JobData }[] = []
  const boss = { send: async (name: string, data: JobData) => void queue.push({ name, data }) } as unknown as PgBoss
  const test = useApp({ boss, config: { ...loadConfig({}), home } })
  afterAll(() => rm(home, { recursive: true, force: true }))
  const work = async () => {
    for (let job = queue.shift(); job; job = queue.shift()) {
      const { name, data } = job
      const worker = workers.find((one) => one.queue === name)
      await worker?.work(test.app.services, data, pino({ level: 'silent' }))
    }
  }
  const bringIn: TestImports['bringIn'] = async (caller, entity, content, settings = {}) => {
    const { body: uploaded } = await upload(caller, entity, content)
    const settled = await caller.call('PATCH', `/imports/${uploaded.id}`, { ...settings, version: uploaded.version })
    for (const step of ['dry-run', 'run']) {
      const { body: now } = await caller.call('GET', `/imports/${uploaded.id}`)
      const started = await caller.call('POST', `/imports/${uploaded.id}/${step}`, { version: now.version })
      if (started.status !== 202)
        throw new Error(JSON.stringify([settled.body.code, settled.body.errors, started.body]))
      await work()
    }
    return (await caller.call('GET', `/imports/${uploaded.id}`)).body
  }
  // The members of the app are there only from `beforeAll` on, so they are reached through it.
  return Object.setPrototypeOf({ home, upload, work, bringIn }, test) as TestImports
}

const upload: TestImports['upload'] = (caller, entity, content, name = 'file.csv') => {
  const form = new FormData()
  form.set('entity', entity)
  form.set('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name)
  return caller.call('POST', '/imports', form)
}
