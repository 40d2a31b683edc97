/* The boundary gate: who may import whom, and where the few doors to the outside are. The laws stand in rules.ts. */
import path from 'node:path'
import { runGate } from '../gate/gate.ts'
import { listModules } from '../source/files.ts'
import { rules } from './rules.ts'

runGate({
  name: 'boundaries',
  rules,
  canaries: path.join(import.meta.dirname, 'canaries'),
  files: listModules(),
  minimum: 350,
})
