/** The tests' cluster for as long as somebody needs it. */
import pg from 'pg'
import type { Embedded } from '../db/embedded/start.ts'
import { startTestCluster } from './templates.ts'

const TRIES = 3

/**
 * Starts or adopts the tests' cluster and stays connected until `stop`: a run that ends stops the cluster when nobody is
 * connected, and between two test files nobody else is.
 */
export const holdTestCluster = async (home: string, tries = TRIES): Promise<Embedded> => {
  const cluster = await startTestCluster(home)
  const hold = new pg.Client({ connectionString: cluster.adminUrl })
  hold.on('error', () => undefined) // of a cluster that was killed its user hears soon enough
  try {
    await hold.connect()
  } catch (error) {
    if (tries === 1) throw error
    return holdTestCluster(home, tries - 1) // it was stopped between the two
  }
  const stop = async () => {
    await hold.end()
    await cluster.stop()
  }
  return { ...cluster, stop }
}
