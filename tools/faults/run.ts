/*
 * `npm run faults`: every scenario against the real product, and a table of what came of it; exits with 1 on a bad figure.
 *   npm run faults                 1,000 acknowledged writes, 20 kills of the API and 20 of PostgreSQL
 *   npm run faults -- --long       the numbers of the nightly run
 *   npm run faults -- --seed 42    the same moments again
 */
import { parseArgs } from 'node:util'
import { deadWorkers } from './imports.ts'
import { migrations } from './migrations.ts'
import { provePlants } from './plants.ts'
import { farewells, kills, lostAnswers, type Row, type Scenario, stops } from './scenarios.ts'
import { setStage } from './stage.ts'

const { values } = parseArgs({ options: { long: { type: 'boolean' }, seed: { type: 'string' } } })
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9))

const usual: Scenario[] = [
  kills(1_000, 20),
  stops(200, 3, 5_000),
  farewells(150, 5),
  lostAnswers(150),
  deadWorkers(6_000, 2),
  migrations(20),
]
const long: Scenario[] = [
  kills(5_000, 50),
  stops(1_000, 10, 30_000),
  farewells(500, 20),
  lostAnswers(1_000),
  deadWorkers(20_000, 5),
  migrations(40),
]

console.log(`faults: seed ${seed}`)
const begin = performance.now()
const rows: Row[] = []
for (const scenario of values.long ? long : usual) {
  const stage = await setStage(seed)
  try {
    rows.push(await scenario(stage))
  } finally {
    await stage.close()
  }
  tell(rows.at(-1) as Row)
}
const plants = await provePlants(seed)
console.log(`planted faults: ${plants.caught.length} of ${plants.caught.length + plants.missed.length} caught by name`)
for (const name of plants.missed) console.log(`  MISSED ${name}`)

console.table(
  rows.map(({ ids, figures, faults, late }) => ({
    scenario: ids,
    ...figures,
    good: faults.length + late.length === 0,
  })),
)
const bad = rows.flatMap(({ faults, late }) => [...faults, ...late]).length + plants.missed.length
console.log(
  `${rows.length} scenarios in ${Math.round((performance.now() - begin) / 1000)} s, ${bad} faults, seed ${seed}`,
)
process.exitCode = bad > 0 ? 1 : 0

function tell({ ids, what, notes, faults, late }: Row): void {
  console.log(`${faults.length + late.length > 0 ? 'BAD ' : 'good'} ${ids}: ${what}`)
  for (const note of notes) console.log(`       ${note}`)
  for (const fault of faults) console.log(`       FAULT ${fault}`)
  for (const one of late) console.log(`       LATE ${one}`)
}
