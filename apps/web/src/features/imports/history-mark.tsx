/** Marks the rows as past records, and says what that means before it is chosen. */
import { Checkbox, Popover } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Import, Settings } from './imports.queries.ts'
import frame from './imports.module.css'
import styles from './mapping-step.module.css'

export function HistoryMark({ of, change }: { of: Import; change: (settings: Settings) => void }) {
  const { t } = useTranslation('imports')
  const label = t(($) => $.whatHistory)
  return (
    <>
      <span className={frame.rule} />
      <Checkbox
        size="xs"
        classNames={{ input: styles.box, inner: styles.box }}
        label={t(($) => $.history)}
        checked={of.history}
        onChange={(event) => change({ history: event.currentTarget.checked })}
      />
      <Popover position="bottom-start" width={340} trapFocus>
        <Popover.Target>
          <button type="button" className={styles.what}>
            {label}
          </button>
        </Popover.Target>
        <Popover.Dropdown aria-label={label}>
          {/* The only thing in it is text: the focus needs somewhere to stand. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div className={styles.explains} tabIndex={0} data-autofocus>
            <p>{t(($) => $.historyText)}</p>
            <p>{t(($) => $.historyKept)}</p>
          </div>
        </Popover.Dropdown>
      </Popover>
    </>
  )
}
