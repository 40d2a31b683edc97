/** One key: what it may, and how it is replaced or ended. */
import { nouns, specials } from '@rapport/domain/access/permissions.ts'
import { actionLabels } from '@rapport/domain/features/roles/role-catalogue.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel, type Label } from '../../lib/use-language.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Button } from '../../ui/button.tsx'
import { ask } from '../../ui/confirm.tsx'
import { Panel } from '../../ui/panel.tsx'
import { toast } from '../../ui/toast.tsx'
import { KeyStateChip } from './api-key-columns.tsx'
import styles from './api-keys.module.css'
import { useRevokeApiKey, useRotateApiKey, type ApiKey, type ApiKeyMade } from './api-keys.queries.ts'
import { KeyDialog } from './key-dialog.tsx'

/** Scopes by noun, as sentences: “Customers: View, Create”. */
function Scopes({ apiKey }: { apiKey: ApiKey }) {
  const { t } = useTranslation('apiKeys')
  const textOf = useLabel()
  const format = useFormat()
  if (apiKey.fullAccess) return <p className={styles.note}>{t(($) => $.fullText)}</p>
  const plain = apiKey.scopes.filter((scope) => !(scope in specials))
  const byNoun = Map.groupBy(plain, (scope) => scope.split('.')[0] ?? '')
  const actionOf = (scope: string) => textOf(actionLabels[scope.split('.')[1] as keyof typeof actionLabels] ?? scope)
  const special = apiKey.scopes.filter((scope) => scope in specials)
  return (
    <dl className={styles.facts}>
      {[...byNoun].map(([noun, scopes]) => (
        <div key={noun}>
          <dt>{textOf((nouns as Record<string, Label>)[noun] ?? noun)}</dt>
          <dd>{format.list(scopes.map(actionOf))}</dd>
        </div>
      ))}
      {special.map((scope) => (
        <div key={scope}>
          <dt>{t(($) => $.special)}</dt>
          <dd>{textOf((specials as Record<string, Label>)[scope] ?? scope)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Facts({ apiKey }: { apiKey: ApiKey }) {
  const { t } = useTranslation('apiKeys')
  const textOf = useLabel()
  const format = useFormat()
  const rows: [string, string][] = [
    [t(($) => $.owner), textOf(apiKey.owner.label)],
    [t(($) => $.made), format.dateTime(apiKey.createdAt)],
    [t(($) => $.lastUsed), apiKey.lastUsedAt ? format.dateTime(apiKey.lastUsedAt) : t(($) => $.never)],
    [t(($) => $.ends), apiKey.expiresAt ? format.dateTime(apiKey.expiresAt) : t(($) => $.noEnd)],
  ]
  return (
    <dl className={styles.facts}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd data-figure>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

type Props = { apiKey: ApiKey; onClose: () => void }

function Foot({ apiKey, onClose, onMade }: Props & { onMade: (made: ApiKeyMade) => void }) {
  const { t } = useTranslation('apiKeys')
  const problemText = useProblemText()
  const rotate = useRotateApiKey()
  const revoke = useRevokeApiKey()
  const complain = (error: unknown) => toast(problemText(error), { tone: 'problem' })
  const end = async () => {
    const confirm = t(($) => $.revoke)
    const sure = await ask({ title: t(($) => $.revokeTitle), text: t(($) => $.revokeText), confirm, danger: true })
    if (sure !== null) revoke.mutate(apiKey, { onError: complain, onSuccess: onClose })
  }
  return (
    <div className={styles.foot}>
      {apiKey.can.revoke && (
        <Button tone="quiet" busy={revoke.isPending} onClick={() => void end()}>
          {t(($) => $.revoke)}
        </Button>
      )}
      {apiKey.can.rotate && (
        <Button
          busy={rotate.isPending}
          title={t(($) => $.rotateText)}
          onClick={() => rotate.mutate(apiKey, { onError: complain, onSuccess: onMade })}
        >
          {t(($) => $.rotate)}
        </Button>
      )}
    </div>
  )
}

export default function ApiKeyPanel({ apiKey, onClose }: Props) {
  const { t } = useTranslation('apiKeys')
  const [made, setMade] = useState<ApiKeyMade>()
  return (
    <Panel opened onClose={onClose} title={apiKey.label} width={520}>
      <div className={styles.panel}>
        <p className={styles.headline}>
          <span className={styles.mono}>{apiKey.prefix}…</span> <KeyStateChip apiKey={apiKey} />
        </p>
        <Facts apiKey={apiKey} />
        <h3>{t(($) => $.scopes)}</h3>
        <Scopes apiKey={apiKey} />
      </div>
      <Foot apiKey={apiKey} onClose={onClose} onMade={setMade} />
      {made && <KeyDialog made={made} onClose={onClose} />}
    </Panel>
  )
}
