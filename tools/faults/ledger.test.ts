/** The fault rig in its short form; `npm run faults` and `npm run contests` run the full numbers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { moves, patches, twins } from './contests.ts'
import { migrations } from './migrations.ts'
import { provePlants } from './plants.ts'
import { farewells, kills, lostAnswers, type Scenario, stops } from './scenarios.ts'
import { setStage, type Stage } from './stage.ts'

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9))
let stage: Stage

beforeAll(async () => {
  process.stdout.write(`faults: seed ${seed}\n`)
  stage = await setStage(seed)
}, 60_000)
afterAll(() => stage.close(), 30_000)

const harmless = { faults: [], lost: 0, doubled: 0, half: 0, deaths: 0 }
const run = async (scenario: Scenario) => {
  const { figures, faults } = await scenario(stage)
  return { faults, ...figures }
}

describe('what was acknowledged is there, once and whole', () => {
  it('when the API and PostgreSQL are killed in turn [F1] [F3] [F5]', { timeout: 180_000 }, async () => {
    const found = await run(kills(90, 3))
    expect(found).toMatchObject(harmless)
    expect(found.acknowledged).toBeGreaterThanOrEqual(90)
  })

  it('when PostgreSQL is stopped, stands still, or ends a connection [F4]', { timeout: 120_000 }, async () => {
    expect(await run(stops(40, 1, 1_000))).toMatchObject(harmless)
  })

  it('when the API is asked to end [F17]', { timeout: 120_000 }, async () => {
    expect(await run(farewells(30, 2))).toMatchObject(harmless)
  })

  it('when answers are lost on the way: the same key gets them again [C3]', { timeout: 60_000 }, async () => {
    expect(await run(lostAnswers(40))).toMatchObject(harmless)
  })

  it('when the first start is killed while it migrates [F24]', { timeout: 120_000 }, async () => {
    expect(await run(migrations(3))).toMatchObject(harmless)
  })
})

describe('many want the same', () => {
  it.each([
    ['patches', (rig: Stage) => patches(rig, 80)],
    ['stage moves', (rig: Stage) => moves(rig, 80)],
  ])('%s over HTTP: one wins per version, the history is the versions [C1] [F19]', async (_what, contest) => {
    const { faults, won } = await contest(stage)
    expect(faults).toEqual([])
    expect(won).toBeGreaterThan(0)
  })

  it('100 times the same key is one row and one answer [C3]', async () => {
    const { faults, stored } = await twins(stage, 100)
    expect(faults).toEqual([])
    expect(stored).toBe(1)
  })
})

it('finds by name whatever is planted, and nothing where nothing is', { timeout: 180_000 }, async () => {
  const { caught, missed } = await provePlants(seed)
  expect(missed).toEqual([])
  expect(caught.length).toBeGreaterThanOrEqual(18)
})
