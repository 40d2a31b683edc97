import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { holdTestCluster } from './held-cluster.ts'
import { makeHome } from './own-cluster.ts'
import { withAdmin } from './templates.ts'

const home = makeHome()
const isRunning = () => existsSync(path.join(home, 'postgres/data/postmaster.pid'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

it('outlasts whoever else held it, and ends with the last', async () => {
  const [first, second] = await Promise.all([holdTestCluster(home), holdTestCluster(home)])
  expect(second.url).toBe(first.url)
  await second.stop()
  const { rows } = await withAdmin(first.adminUrl, (admin) => admin.query('select 1 as one'))
  expect(rows).toEqual([{ one: 1 }])
  expect(isRunning()).toBe(true)
  await first.stop()
  expect(isRunning()).toBe(false)
})
