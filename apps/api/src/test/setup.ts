/** Global setup of the api tests: the second cluster, the template, and the addresses the workers need. */
import type { TestProject } from 'vitest/node'
import { holdTestCluster } from './held-cluster.ts'
import { TEST_HOME, dropAbandoned, ensureTemplate } from './templates.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The superuser of the tests' cluster, the application's address there, and the template to clone. */
    adminUrl: string
    databaseUrl: string
    template: string
    /** Of what tests leave to chance; SEED sets it, to have the same again. */
    seed: number
  }
}

/** Returns the teardown, which stops the cluster unless another run uses it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await holdTestCluster(TEST_HOME)
  await dropAbandoned(cluster.adminUrl)
  project.provide('template', await ensureTemplate(cluster))
  project.provide('adminUrl', cluster.adminUrl)
  project.provide('databaseUrl', cluster.url)
  return cluster.stop
}
