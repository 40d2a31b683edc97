/** Which columns a list shows and in which order; the first, which names the record, always stays. */
import { Popover } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListState } from '../lib/list-state.ts'
import { Button } from './button.tsx'
import styles from './column-picker.module.css'
import tools from './filter-bar/filter-bar.module.css'
import { Icon } from './icon.tsx'
import { Waiting } from './waiting.tsx'
import type { GridColumn } from './record-grid/columns.ts'

const ColumnLines = lazy(() => import('./column-lines.tsx'))

type Props<R> = { columns: GridColumn<R>[]; state: ListState; onChange: (change: Partial<ListState>) => void }

export function ColumnPicker<R>(props: Props<R>) {
  const { t } = useTranslation()
  const label = t(($) => $.list.columns)
  return (
    <Popover position="bottom-end" width={264} trapFocus>
      <Popover.Target>
        <button type="button" className={tools.tool}>
          <Icon of={IconColumns3} size={15} />
          {label}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <Suspense fallback={<Waiting rows={4} />}>
          <ul className={styles.lines}>
            <ColumnLines {...(props as Props<unknown>)} />
          </ul>
        </Suspense>
        {props.state.columns && (
          <Button small tone="quiet" onClick={() => props.onChange({ columns: null })}>
            {t(($) => $.list.usual)}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
