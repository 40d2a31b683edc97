/** What is done with a row that is there already, by what was decided for it. */
import type { RowProblem } from '@rapport/domain/features/imports/row-problems.ts'
import type { Judged } from '../batch/importer.ts'
import type { Doubles } from './doubles.ts'

/** Whether the row has become a change of a record. */
export const settle = (one: Judged, doubles: Doubles, recordId: string | null, mayOverride: boolean): boolean => {
  const { told, earlier, level, reason } = doubles
  if (level === null) return false
  switch (one.decision) {
    case 'create':
      if (level === 'certain' && (reason === null || !mayOverride)) return refuse(one, 'import.certain')
      one.verdict = 'new'
      one.existing = null
      return false
    case 'update':
    case 'merge':
      return turn(one, doubles, recordId)
    default: {
      const [match] = told.matches
      if (one.verdict !== 'new') return false
      one.verdict = 'duplicate'
      one.existing = match ? { id: match.id, label: match.label } : null
      one.row.problems.push(wordFor(told, earlier, level))
      return false
    }
  }
}

const refuse = (one: Judged, code: string): false => {
  one.row.problems.push({ column: null, target: null, code, severity: 'error' })
  one.verdict = 'error'
  return false
}

// Of several records the chosen one, else the one its keys found, else the surest; a row before it is changed once it is in.
const turn = (one: Judged, { told: { matches }, earlier }: Doubles, recordId: string | null): boolean => {
  const match = matches.find(({ id }) => id === recordId) ?? (one.existing ? undefined : matches[0])
  if (match?.id === one.existing?.id && one.verdict === 'update') return false
  if (match) one.existing = { id: match.id, label: match.label }
  else if (one.existing === null && earlier.length === 0) return refuse(one, 'import.notEditable')
  one.verdict = 'update'
  return match !== undefined
}

const wordFor = (
  { matches: [match], hidden }: Doubles['told'],
  [before]: Doubles['earlier'],
  level: Doubles['level'],
): RowProblem => {
  const word = (code: string, params?: Record<string, unknown>): RowProblem => ({
    column: null,
    target: null,
    code,
    severity: 'warning',
    params,
  })
  if (match) return word(level === 'certain' ? 'import.duplicate' : 'import.likelyDuplicate', { record: match.label })
  if (hidden.length > 0 || !before) return word('import.existsBeyond')
  return word(before.verdict.level === 'certain' ? 'import.sameFile' : 'import.likelySameFile', { row: before.id })
}
