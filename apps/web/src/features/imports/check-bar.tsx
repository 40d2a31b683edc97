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

const levels = ['certain', 'likely'] as const
type Level = (typeof levels)[number]
const isLevel = (text: string | null | undefined): text is Level => levels.some((level) => level === text)

/** The rows that an address asks for. */
export const filterOf = (params: URLSearchParams): RowFilter => {
  const [rows, problem, column, level] = ['rows', 'problem', 'column', 'level'].map((name) => params.get(name))
  return {
    ...(isKind(rows ?? null) && rows !== 'all' && { verdict: rows as Exclude<Kind, 'all'> }),
    ...(isLevel(level) && { level }),
    ...(problem && { problem }),
    ...(column && { column }),
  }
}

const decisions = ['skip', 'merge', 'update', 'create'] as const

// What certainly is there is created row by row, each for its reason.
const offered = (verdict: 'update' | 'duplicate', level: Level | undefined) =>
  decisions.filter((one) => one !== 'create' || (verdict === 'duplicate' && level === 'likely'))

type ForAllProps = { of: Import; verdict: 'update' | 'duplicate'; level: Level | undefined }

/** The same decision for all rows of a verdict. */
function ForAll({ of, verdict, level }: ForAllProps) {
  const { t } = useTranslation('imports')
  const decide = useDecide(of.id)
  return (
    <span className={frame.end}>
      <TokenMenu
        label={t(($) => $.decideAll)}
        value=""
        options={offered(verdict, level).map((value) => ({ value, label: t(($) => $.decisions[value]) }))}
        onChange={(decision) =>
          decide.mutate({ all: { verdict, ...(level && { level }), decision: decision as (typeof decisions)[number] } })
        }
      />
    </span>
  )
}

/** Of the duplicates those that are so sure. */
function HowSure({ of, level }: { of: Import; level: Level | undefined }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const [, setParams] = useSearchParams()
  const shown = levels.filter((one) => (of.checked?.[one] ?? 0) > 0)
  if (shown.length === 0) return null
  const nameOf = (one: Level) => `${t(($) => $.levels[one])} ${format.number(of.checked?.[one] ?? 0)}`
  return (
    <Segmented
      label={t(($) => $.howSure)}
      value={level ?? 'all'}
      options={[
        { value: 'all', label: t(($) => $.verdicts.all) },
        ...shown.map((one) => ({ value: one, label: nameOf(one) })),
      ]}
      onChange={(one) => setParams({ step: 'check', rows: 'duplicate', ...(one !== 'all' && { level: one }) })}
    />
  )
}

export function CheckBar({ of }: { of: Import }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const [params, setParams] = useSearchParams()
  const { checked } = of
  const { problem, column, verdict, level } = filterOf(params)
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
      {verdict === 'duplicate' && <HowSure of={of} level={level} />}
      {isShared && <ForAll of={of} verdict={verdict} level={level} />}
    </div>
  )
}
