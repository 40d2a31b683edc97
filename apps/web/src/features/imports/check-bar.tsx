/** Which rows are shown, by what would become of them, and one decision for all that meet a record there already is. */
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useFormat } from '../../lib/use-format.ts'
import { Chip } from '../../ui/marks/chip.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TokenMenu } from '../../ui/token-menu.tsx'
import { useDecide, type Import, type RowFilter } from './imports.queries.ts'
import frame from './imports.module.css'

const kinds = ['all', 'new', 'update', 'duplicate', 'error'] as const
type Kind = (typeof kinds)[number]
const isKind = (text: string | null): text is Kind => kinds.some((kind) => kind === text)

/** The rows that an address asks for. */
export const filterOf = (params: URLSearchParams): RowFilter => {
  const [rows, problem, column] = ['rows', 'problem', 'column'].map((name) => params.get(name))
  return {
    ...(isKind(rows ?? null) && rows !== 'all' && { verdict: rows as Exclude<Kind, 'all'> }),
    ...(problem && { problem }),
    ...(column && { column }),
  }
}

const decisions = ['skip', 'merge', 'update'] as const

/** The same decision for all rows of a verdict. */
function ForAll({ of, verdict }: { of: Import; verdict: 'update' | 'duplicate' }) {
  const { t } = useTranslation('imports')
  const decide = useDecide(of.id)
  return (
    <span className={frame.end}>
      <TokenMenu
        label={t(($) => $.decideAll)}
        value=""
        options={decisions.map((value) => ({ value, label: t(($) => $.decisions[value]) }))}
        onChange={(decision) => decide.mutate({ all: { verdict, decision: decision as (typeof decisions)[number] } })}
      />
    </span>
  )
}

export function CheckBar({ of }: { of: Import }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const [params, setParams] = useSearchParams()
  const { checked } = of
  const { problem, column, verdict } = filterOf(params)
  const countOf = (kind: Kind) => (kind === 'all' ? of.rowCount : (checked?.[kind] ?? 0))
  const shown = kinds.filter((kind) => kind === 'all' || countOf(kind) > 0)
  const isShared = verdict === 'duplicate' || verdict === 'update'
  return (
    <div className={frame.bar}>
      <Segmented
        label={t(($) => $.rowsLabel)}
        value={problem ? ('' as Kind) : (verdict ?? 'all')}
        options={shown.map((value) => ({
          value,
          label: `${t(($) => $.verdicts[value])} ${format.number(countOf(value))}`,
        }))}
        onChange={(rows) => setParams({ step: 'check', ...(rows !== 'all' && { rows }) })}
      />
      {problem && (
        <Chip tone="warn">{column ? t(($) => $.rowsWithProblemIn, { column }) : t(($) => $.rowsWithProblem)}</Chip>
      )}
      {isShared && <ForAll of={of} verdict={verdict} />}
    </div>
  )
}
