/** How one is told: each kind with where it is shown, and the quiet hours. It applies at once, without a button. */
import { noticeKinds, settableKinds, type SettableKind } from '@rapport/domain/features/notifications/notice-kinds.ts'
import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Section } from '../../ui/section.tsx'
import { toast } from '../../ui/toast.tsx'
import { Pending } from '../../ui/pending.tsx'
import styles from './notice-settings.module.css'
import {
  settingsQuery,
  useChangeSettings,
  useChosen,
  type Settings,
  type SettingsChange,
} from './notifications.queries.ts'
import { QuietHours } from './quiet-hours.tsx'

export type Part = { settings: Settings; change: (change: SettingsChange) => void }

type RowProps = Part & { kind: SettableKind }

function Row({ kind, settings, change }: RowProps) {
  const { t } = useTranslation('notifications')
  const name = useLabel()(noticeKinds[kind].label)
  const { app, live } = settings.channels[kind]
  const choose = (chosen: { app: boolean; live: boolean }) => change({ channels: { [kind]: chosen } })
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Checkbox
          size="md"
          aria-label={t(($) => $.settings.appOf, { kind: name })}
          checked={app}
          onChange={() => choose({ app: !app, live: !app && live })}
        />
      </td>
      <td>
        <Checkbox
          size="md"
          aria-label={t(($) => $.settings.liveOf, { kind: name })}
          checked={live}
          onChange={() => choose({ app: app || !live, live: !live })}
        />
      </td>
    </tr>
  )
}

function Matrix(part: Part) {
  const { t } = useTranslation('notifications')
  return (
    <table className={styles.matrix}>
      <thead>
        <tr>
          <th scope="col">{t(($) => $.settings.kind)}</th>
          <th scope="col">{t(($) => $.settings.app)}</th>
          <th scope="col">{t(($) => $.settings.live)}</th>
        </tr>
      </thead>
      <tbody>
        {settableKinds.map((kind) => (
          <Row key={kind} kind={kind} {...part} />
        ))}
      </tbody>
    </table>
  )
}

export function NoticeSettings() {
  const { t } = useTranslation('notifications')
  const wordsOf = useProblemText()
  const query = useQuery(settingsQuery)
  const change = useChangeSettings((error) => toast(wordsOf(error), { tone: 'problem' }))
  const settings = useChosen(query.data)
  return (
    <Section title={t(($) => $.settings.title)} narrow>
      <Pending of={query} />
      {settings && (
        <>
          <p className={styles.help}>{t(($) => $.settings.help)}</p>
          <Matrix settings={settings} change={change} />
          <QuietHours settings={settings} change={change} />
        </>
      )}
    </Section>
  )
}
