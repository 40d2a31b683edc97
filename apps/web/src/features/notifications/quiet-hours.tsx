/** When one does not want to be disturbed. */
import { NativeSelect, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Part } from './notice-settings.tsx'
import styles from './notice-settings.module.css'

const HALF_HOURS = Array.from({ length: 48 }, (_, at) => {
  const hour = String(Math.floor(at / 2)).padStart(2, '0')
  return `${hour}:${at % 2 ? '30' : '00'}`
})
const USUAL = { from: '22:00', to: '07:30' }

/** What integrations set by the minute stands among the half hours too. */
const offered = (chosen: string): string[] => [...new Set([...HALF_HOURS, chosen])].toSorted()

export function QuietHours({ settings: { quiet, timeZone }, change }: Part) {
  const { t } = useTranslation('notifications')
  const ends = [
    { end: 'from', other: 'to', label: t(($) => $.settings.from) },
    { end: 'to', other: 'from', label: t(($) => $.settings.to) },
  ] as const
  return (
    <div className={styles.quiet}>
      <Switch
        label={t(($) => $.settings.quiet)}
        description={t(($) => $.settings.quietHelp, { zone: timeZone })}
        checked={quiet !== null}
        onChange={() => change({ quiet: quiet ? null : USUAL })}
      />
      {quiet && (
        <div className={styles.span}>
          {ends.map(({ end, other, label }) => (
            <NativeSelect
              key={end}
              label={label}
              value={quiet[end]}
              // From and to at one time would be no time at all.
              data={offered(quiet[end]).filter((time) => time !== quiet[other])}
              onChange={(event) => change({ quiet: { ...quiet, [end]: event.currentTarget.value } })}
            />
          ))}
        </div>
      )}
    </div>
  )
}
