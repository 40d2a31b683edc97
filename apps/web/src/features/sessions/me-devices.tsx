import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { toast } from '../../ui/toast.tsx'
import { Pending } from '../../ui/pending.tsx'
import styles from './me.module.css'
import { devicesQuery, useEndDevice } from './sessions.queries.ts'

// Enough to tell one's own devices apart; the rest of the string says nothing to people.
const browserOf = (agent: string | null): string => {
  const browser = /(Edg|Firefox|Chrome|Safari)\/(\d+)/.exec(agent ?? '')
  const system = /(Windows|Mac OS X|Android|iPhone|iPad|Linux)/.exec(agent ?? '')?.[1]
  const name = browser ? `${browser[1] === 'Edg' ? 'Edge' : browser[1]} ${browser[2]}` : (agent ?? '–')
  return system ? `${name} · ${system}` : name
}

/** Where one is signed in, and how to end it. */
export function Devices() {
  const { t } = useTranslation('sessions')
  const format = useFormat()
  const end = useEndDevice()
  const query = useQuery(devicesQuery)
  const { data } = query
  const stop = (id: string) => end.mutate(id, { onSuccess: () => toast(t(($) => $.me.ended)) })
  return (
    <Section title={t(($) => $.me.devices)} narrow>
      <Pending of={query} rows={2} />
      <ul className={styles.devices}>
        {data?.items.map((device) => (
          <li key={device.id} className={styles.device}>
            <span className={styles.deviceWords}>
              {browserOf(device.userAgent)}
              <span className={styles.meta}>
                {device.current
                  ? t(($) => $.me.thisDevice)
                  : t(($) => $.me.lastSeen, { when: format.relative(device.lastSeenAt) })}
                {device.ip && ` · ${device.ip}`}
              </span>
            </span>
            {!device.current && (
              <Button small onClick={() => stop(device.id)}>
                {t(($) => $.me.end)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
