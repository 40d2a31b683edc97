import type { Rule } from '../gate/rule.ts'
import { calls, database, environment, sockets } from './rules/doors.ts'
import { factories, floors } from './rules/floors.ts'
import { purity } from './rules/purity.ts'
import { nouns, rooms } from './rules/rooms.ts'
import { barrels, cycles } from './rules/shape.ts'
import { weight } from './rules/weight.ts'

/** The laws of the architecture, each with at least one planted violation in canaries/ that it must reject. */
export const rules: Rule[] = [
  floors,
  factories,
  rooms,
  nouns,
  purity,
  database,
  calls,
  sockets,
  environment,
  barrels,
  cycles,
  weight,
]
