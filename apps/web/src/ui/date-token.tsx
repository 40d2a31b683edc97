/** A day inside a line of text: the days people choose most often in a menu, any other one in the calendar. */
import { Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../lib/use-format.ts'
import { datePresets } from './date-presets.ts'
import { Icon } from './icon.tsx'
import styles from './token-menu.module.css'

// The calendar is heavy and seldom needed.
const DateInput = lazy(async () => ({ default: (await import('./date-input.tsx')).DateInput }))

type Props = {
  label: string
  /** 'YYYY-MM-DD', '' for none. */
  value: string
  onChange: (day: string) => void
  /** What none is called. */
  none: string
}

export function DateToken({ label, value, onChange, none }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const [picking, setPicking] = useState(false)
  const pick = (day: string | null) => {
    onChange(day ?? '')
    setPicking(false)
  }
  if (picking) {
    return (
      <Suspense fallback={<span className={styles.token}>{label}</span>}>
        <div className={styles.picker}>
          <DateInput aria-label={label} value={value || null} onChange={pick} minDate={format.today()} />
        </div>
      </Suspense>
    )
  }
  return (
    <Menu position="bottom-start" width={200}>
      <Menu.Target>
        <button type="button" className={styles.token}>
          <span>{label}</span> <b>{value ? format.dateWithWeekday(value) : none}</b>
          <Icon of={IconChevronDown} size={12} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {datePresets(format.today()).map(({ key, value: day }) => (
          <Menu.Item key={key} onClick={() => onChange(day)}>
            {t(($) => $.date[key])} · {format.shortDate(day)}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => setPicking(true)}>{t(($) => $.date.choose)}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => onChange('')}>{none}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
