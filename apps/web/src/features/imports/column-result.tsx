/** What was recognised in a column: how many rows fill it, what is wrong with them, or why it stays out. */
import { IconAlertTriangle, IconCheck, IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Icon } from '../../ui/icon.tsx'
import type { Import } from './imports.queries.ts'
import styles from './mapping-step.module.css'

const icons = { ok: IconCheck, warn: IconInfoCircle, bad: IconAlertTriangle }

function useResult(of: Import, at: number): { tone: keyof typeof icons | null; words: string; title?: string } {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const { header = '', filled = 0 } = of.columns[at] ?? {}
  const mapped = of.mapping.find(({ column }) => column === header)
  const left = of.proposal.find(({ column }) => column === header)?.leftOut
  if (!mapped?.target) return { tone: null, words: t(($) => $.leftOut[left ?? 'chosen']) }
  const [problem] = of.checked ? of.problems.filter(({ column }) => column === header) : []
  if (problem) {
    const rows = t(($) => $.rows, { count: problem.rows, shown: format.number(problem.rows) })
    const words = t(($) => $.rowsWith, { rows, what: t(($) => $.kinds[kindOf(problem.code)]) })
    return { tone: problem.severity === 'error' ? 'bad' : 'warn', words, title: problem.message }
  }
  const rows = t(($) => $.rows, { count: filled, shown: format.number(filled) })
  const blank = of.rowCount - filled
  if (mapped.factor) return { tone: 'ok', words: t(($) => $.timesFactor, { factor: format.number(mapped.factor, 4) }) }
  return { tone: 'ok', words: blank > 0 ? t(($) => $.rowsBlank, { rows, blank: format.number(blank) }) : rows }
}

const known = ['unresolved', 'ambiguous', 'choice', 'dates', 'phones', 'required'] as const
const codes: Record<string, (typeof known)[number]> = {
  'import.unresolved': 'unresolved',
  'import.ambiguous': 'ambiguous',
  'import.choice': 'choice',
  'date.ambiguous': 'dates',
  'phone.invalid': 'phones',
  'field.required': 'required',
}
const kindOf = (code: string) => codes[code] ?? 'other'

export function ColumnResult({ of, at }: { of: Import; at: number }) {
  const { tone, words, title } = useResult(of, at)
  return (
    <span className={styles.result} data-tone={tone ?? undefined} title={title ?? words} data-figure>
      {tone && <Icon of={icons[tone]} size={14} />}
      <span>{words}</span>
    </span>
  )
}
