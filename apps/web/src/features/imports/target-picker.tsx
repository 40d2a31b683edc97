/** Where a column goes: every field of the noun that may be filled, or nowhere. */
import { Select } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import { Icon } from '../../ui/icon.tsx'
import type { Import } from './imports.queries.ts'
import styles from './mapping-step.module.css'
import { useTargetWords } from './target-words.ts'

type Props = { of: Import; column: string; value: string | null; onChange: (target: string | null) => void }

const NOWHERE = '\u0000nowhere'

/** Required fields first, then those of the noun itself, then those of what hangs on it. */
function useOptions({ targets, history }: Import) {
  const { t } = useTranslation('imports')
  const textOf = useLabel()
  const words = useTargetWords()
  const shown = targets.filter(({ past }) => history || !past)
  const option = (target: (typeof targets)[number]) => ({ value: target.path, label: words(target) })
  const own = shown.filter(({ group }) => group === null)
  const groups = [...new Set(shown.flatMap(({ group }) => (group ? [textOf(group)] : [])))]
  const grouped = [
    { group: t(($) => $.required), items: own.filter(({ required }) => required).map(option) },
    { group: t(($) => $.fields), items: own.filter(({ required }) => !required).map(option) },
    ...groups.map((group) => ({
      group,
      items: shown.filter((target) => target.group && textOf(target.group) === group).map(option),
    })),
  ]
  return [{ value: NOWHERE, label: t(($) => $.nowhere) }, ...grouped.filter(({ items }) => items.length > 0)]
}

export function TargetPicker({ of, column, value, onChange }: Props) {
  const { t } = useTranslation('imports')
  const { t: common } = useTranslation('common')
  const data = useOptions(of)
  const isRequired = of.targets.find(({ path }) => path === value)?.required ?? false
  return (
    <Select<string>
      className={styles.picker}
      aria-label={t(($) => $.mapColumn, { column })}
      data={data}
      value={value ?? NOWHERE}
      onChange={(path) => onChange(path === NOWHERE ? null : path)}
      allowDeselect={false}
      searchable
      nothingFoundMessage={common(($) => $.list.noMatch)}
      comboboxProps={{ width: 260, position: 'bottom-start' }}
      rightSectionWidth={isRequired ? 64 : 28}
      rightSectionPointerEvents="none"
      rightSection={
        <span className={styles.pickerEnd}>
          {isRequired && <em>{t(($) => $.required)}</em>}
          <Icon of={IconChevronDown} size={13} />
        </span>
      }
    />
  )
}
