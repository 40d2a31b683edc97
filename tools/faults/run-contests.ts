/** `npm run contests`: each race as many times as asked, and a table; exits with 1 on a bad figure. `-- --long`: ten times. */
import { parseArgs } from 'node:util'
import { type Contest, moves, patches, twins } from './contests.ts'
import { setStage } from './stage.ts'

const { values } = parseArgs({ options: { long: { type: 'boolean' } } })
const RIVALS = 200
const TWINS = 100

const stage = await setStage(1)
const contests: Contest[] = []
try {
  for (let round = 0; round < (values.long ? 10 : 1); round += 1)
    contests.push(await patches(stage, RIVALS), await moves(stage, RIVALS), await twins(stage, TWINS))
} finally {
  await stage.close()
}
console.table(contests.map(({ faults, ...told }) => ({ ...told, good: faults.length === 0 })))
const faults = contests.flatMap((contest) => contest.faults.map((fault) => `${contest.what}: ${fault}`))
for (const fault of faults) console.log(`FAULT ${fault}`)
console.log(`${contests.length} contests, ${faults.length} faults`)
process.exitCode = faults.length > 0 ? 1 : 0
