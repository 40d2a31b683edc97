/** Everything the draft changes, one sentence each. */
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import { Chip } from '../../ui/marks/chip.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { Preview } from './pipelines.queries.ts'
import styles from './versions.module.css'

const tones = { added: 'ok', removed: 'risk', changed: 'warn', moved: 'blue' } as const

/** Also for the versions before: what each changed of the one before it. */
export function ChangeList({ changes }: { changes: Pick<Preview['changes'][number], 'kind' | 'text'>[] }) {
  const { t } = useTranslation('pipelines')
  const textOf = useLabel()
  return (
    <ul className={styles.changes}>
      {changes.map((change, at) => (
        <li key={at}>
          <Chip tone={tones[change.kind]}>{t(($) => $.changeKinds[change.kind])}</Chip>
          <span>{textOf(change.text)}</span>
        </li>
      ))}
    </ul>
  )
}

type Props = { changes: Preview['changes']; onClose: () => void }

export default function ChangesPanel({ changes, onClose }: Props) {
  const { t } = useTranslation('pipelines')
  return (
    <Panel opened onClose={onClose} title={t(($) => $.review, { count: changes.length })}>
      <div className={styles.body}>
        <ChangeList changes={changes} />
      </div>
    </Panel>
  )
}
