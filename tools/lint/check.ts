/* The house's own lint: words that are ordinary elsewhere and wrong here. oxlint does the rest (.oxlintrc.json). */
import path from 'node:path'
import { runGate } from '../gate/gate.ts'
import { listModules, listStyles } from '../source/files.ts'
import { rules } from './rules.ts'

runGate({
  name: 'house lint',
  rules,
  canaries: path.join(import.meta.dirname, 'canaries'),
  files: [...listModules(), ...listStyles()],
  minimum: 380,
})
