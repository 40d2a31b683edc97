/** A cluster that a test file has for itself, to kill and to start again. */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { Embedded } from '../db/embedded/start.ts'
import { startTestCluster } from './templates.ts'

export type OwnCluster = {
  home: string
  pidFile: string
  embedded: Embedded
  readPid(): number
  /** kill -9; its children notice and follow. */
  kill(): void
}

/** A temporary home that any account can enter, so that the data does not go elsewhere where tests run as root. */
export function makeHome(): string {
  const home = mkdtempSync(path.join(tmpdir(), 'rapport-test-'))
  chmodSync(home, 0o755)
  return home
}

/** Call it at the top of a test file or a describe; its members are there from `beforeAll` on. */
export function useOwnCluster(): OwnCluster {
  const home = makeHome()
  const pidFile = path.join(home, 'postgres/data/postmaster.pid')
  const readPid = () => Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  const cluster = { home, pidFile, readPid, kill: () => void process.kill(readPid(), 'SIGKILL') } as OwnCluster
  beforeAll(async () => {
    cluster.embedded = await startTestCluster(home)
  })
  afterAll(async () => {
    await cluster.embedded?.stop()
    rmSync(home, { recursive: true, force: true })
  })
  return cluster
}
