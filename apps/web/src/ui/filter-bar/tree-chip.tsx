/** A part the chips cannot edit, such as groups within groups from a drill-down: its words open the whole sentence. */
import { Popover } from '@mantine/core'
import type { Fields } from '@rapport/domain/field/kinds.ts'
import type { Filter } from '@rapport/domain/filter/filter.ts'
import { useTranslation } from 'react-i18next'
import styles from './filter-bar.module.css'
import { Remove } from './remove.tsx'
import { useTreeWords } from './use-condition-words.ts'

export function TreeChip({ filter, fields, onRemove }: { filter: Filter; fields: Fields; onRemove: () => void }) {
  const { t } = useTranslation()
  const words = useTreeWords(filter, fields)
  return (
    <Popover position="bottom-start" width={320}>
      <span className={styles.chip}>
        <Popover.Target>
          <button type="button" className={styles.words}>
            <b>{words}</b>
          </button>
        </Popover.Target>
        <Remove label={words} onRemove={onRemove} />
      </span>
      <Popover.Dropdown className={styles.sentence}>
        <p>{words}</p>
        <p className={styles.none}>{t(($) => $.filter.nested)}</p>
      </Popover.Dropdown>
    </Popover>
  )
}
