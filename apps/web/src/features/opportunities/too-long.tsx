/** How many deals stay too long in their stage, and what they are worth; a click shows only these, another all again. */
import { both, isCondition, type Filter } from '@rapport/domain/filter/filter.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { totalsOptions } from '../../lib/list-options.ts'
import { flatConditions, joinFilters, type ListState } from '../../lib/list-state.ts'
import { useFormat } from '../../lib/use-format.ts'
import styles from './opportunities.module.css'

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
  const { data } = useQuery(
    totalsOptions('GET /opportunities/aggregate', { filter, search: state.search }, ['count', 'sum:baseAmount']),
  )
  const [count, sum] = data?.groups[0]?.values ?? []
  if (typeof count !== 'number' || (count === 0 && !isOn)) return null
  const amount = typeof sum === 'string' ? format.money(sum, format.reader.currency, 'compact') : ''
  return (
    <button
      type="button"
      className={styles.rot}
      aria-pressed={isOn}
      title={t(($) => $.tooLongShow)}
      onClick={() => onChange({ filter: joinFilters(isOn ? rest : [...parts, rotting]) })}
      data-figure
    >
      {t(($) => $.tooLong, { count, amount })}
    </button>
  )
}
