/* Lends the tests' cluster to a tool in another process: prints the superuser's address, stops when its input ends. */
import { holdTestCluster } from './held-cluster.ts'
import { TEST_HOME } from './templates.ts'

const cluster = await holdTestCluster(TEST_HOME)
process.stdout.write(`${cluster.adminUrl}\n`)
process.stdin.resume().once('end', () => void cluster.stop())
