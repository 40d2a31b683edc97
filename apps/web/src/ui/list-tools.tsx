/** At the right of the filter bar: sort, groups, columns, row height. */
import { Menu } from '@mantine/core'
import { densities, type Density } from '@rapport/domain/preference-choices.ts'
import { IconAlignJustified, IconArrowsSort, IconListCheck } from '@tabler/icons-react'
import type { Fields } from '@rapport/domain/field/kinds.ts'
import { useTranslation } from 'react-i18next'
import type { ListState, Sort } from '../lib/list-state.ts'
import { setPreference, usePreference } from '../lib/preferences.ts'
import { useLabel } from '../lib/use-language.ts'
import { ColumnPicker } from './column-picker.tsx'
import styles from './filter-bar/filter-bar.module.css'
import { GroupMenu } from './group-menu.tsx'
import { Icon } from './icon.tsx'
import type { GridColumn } from './record-grid/columns.ts'
import type { ListSelection } from './record-grid/use-selection.ts'
import { useIsPhone } from '../lib/use-is-phone.ts'

type Props<R> = {
  columns: GridColumn<R>[]
  state: ListState
  onChange: (change: Partial<ListState>) => void
  /** The records stand as cards: only their order can be chosen. */
  asCards?: boolean
  /** What is selected by its tick boxes in a table, on a phone after this was asked for. */
  selection?: ListSelection | undefined
  /** The fields among which are those it can be grouped by; absent where it cannot. */
  groupable?: Fields | undefined
}

function SortMenu<R>({ columns, state, onChange }: Props<R>) {
  const { t } = useTranslation()
  const textOf = useLabel()
  const offered = columns.filter((column) => column.sortable)
  const [first] = state.sort
  const chosen = offered.find(({ id }) => id === first?.field)
  const set = (sort: Sort) => onChange({ sort: [sort] })
  if (offered.length === 0) return null
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <button type="button" className={styles.tool}>
          <Icon of={IconArrowsSort} size={15} />
          {chosen ? textOf(chosen.label) : t(($) => $.list.sort)}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={first?.field ?? ''}
          onChange={(field) => set({ field, descending: first?.descending ?? false })}
        >
          {offered.map((column) => (
            <Menu.RadioItem key={column.id} value={column.id}>
              {textOf(column.label)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.RadioGroup
          value={first?.descending ? 'down' : 'up'}
          onChange={(way) => first && set({ ...first, descending: way === 'down' })}
        >
          <Menu.RadioItem value="up">{t(($) => $.list.ascending)}</Menu.RadioItem>
          <Menu.RadioItem value="down">{t(($) => $.list.descending)}</Menu.RadioItem>
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}

function DensityMenu() {
  const { t } = useTranslation()
  const density = usePreference('density')
  return (
    <Menu position="bottom-end" width={160}>
      <Menu.Target>
        <button
          type="button"
          className={styles.tool}
          aria-label={`${t(($) => $.list.density)}: ${t(($) => $.density[density])}`}
        >
          <Icon of={IconAlignJustified} size={15} />
          {t(($) => $.density[density])}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={density} onChange={(value) => setPreference('density', value as Density)}>
          {densities.map((value) => (
            <Menu.RadioItem key={value} value={value}>
              {t(($) => $.density[value])}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}

function Pick({ picking, pick }: ListSelection) {
  const { t } = useTranslation()
  return (
    <button type="button" className={styles.tool} aria-pressed={picking} onClick={pick}>
      <Icon of={IconListCheck} size={15} />
      {t(($) => $.list.picking)}
    </button>
  )
}

export function ListTools<R>({ asCards = false, selection, groupable, ...props }: Props<R>) {
  const phone = useIsPhone()
  const isTable = !phone && !asCards
  return (
    <>
      <SortMenu {...props} />
      {!asCards && groupable && (
        <GroupMenu fields={groupable} value={props.state.group} onChange={(group) => props.onChange({ group })} />
      )}
      {phone && !asCards && selection && <Pick {...selection} />}
      {isTable && <ColumnPicker {...props} />}
      {isTable && <DensityMenu />}
    </>
  )
}
