/** How many deals stay too long in their stage, and what they are worth; a click shows only these, another all again. */
import { opportunityFields } from '@rapport/domain/features/opportunities/opportunities.fields.ts'
import { both, isCondition, type Filter } from '@rapport/domain/filter/filter.ts'
import { useTranslation } from 'react-i18next'
import { useReadable } from '../../app/session.ts'
import { flatConditions, joinFilters, type ListState } from '../../lib/list-state.ts'
import { useFormat } from '../../lib/use-format.ts'
import styles from './opportunities.module.css'
import { useDealTotals } from './use-deal-totals.ts'

type Props = {
  /** The pipeline of the board; everywhere when it is absent. */
  within: string | undefined
  state: ListState
  onChange: (change: Partial<ListState>) => void
}

const rotting: Filter = { field: 'rotting', op: 'eq', value: true }
const isRotting = (part: Filter) => isCondition(part) && part.field === 'rotting' && part.value === true

export function TooLong({ within, state, onChange }: Props) {
  const { t } = useTranslation('opportunities')
  const format = useFormat()
  const parts = flatConditions(state.filter)
  const rest = parts.filter((part) => !isRotting(part))
  const isOn = rest.length < parts.length
  const here: Filter = within ? { and: [rotting, { field: 'pipelineId', op: 'eq', value: within }] } : rotting
  const filter = both(here, joinFilters(rest))
  const enabled = 'rotting' in useReadable('opportunities', opportunityFields)
  const { count, baseAmount } = useDealTotals({ filter, search: state.search }, { of: ['baseAmount'], enabled })
  if (count === undefined || (count === 0 && !isOn)) return null
  const amount = baseAmount && format.money(baseAmount, format.reader.currency, 'compact')
  return (
    <button
      type="button"
      className={styles.rot}
      aria-pressed={isOn}
      title={t(($) => $.tooLongShow)}
      onClick={() => onChange({ filter: joinFilters(isOn ? rest : [...parts, rotting]) })}
      data-figure
    >
      {amount ? t(($) => $.tooLong, { count, amount }) : t(($) => $.tooLongCount, { count })}
    </button>
  )
}
