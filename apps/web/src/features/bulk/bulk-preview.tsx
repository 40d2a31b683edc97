/** What a bulk change would do: how many, and which not, with the reasons. */
import type { BulkAction } from '@rapport/domain/features/bulk/bulk-actions.ts'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Button } from '../../ui/button.tsx'
import type { BulkPreview } from './bulk.queries.ts'
import styles from './bulk.module.css'

type Props = {
  action: BulkAction
  preview: BulkPreview
  problem: unknown
  busy: boolean
  onBack: () => void
  onStart: () => void
}

const will = {
  update: 'willChange',
  transfer: 'willTransfer',
  complete: 'willComplete',
  cancel: 'willCancel',
  delete: 'willRemove',
} as const
const begin = {
  update: 'start',
  transfer: 'startTransfer',
  complete: 'startComplete',
  cancel: 'startCancel',
  delete: 'startRemove',
} as const

function Reasons({ preview }: { preview: BulkPreview }) {
  const { t } = useTranslation('jobs')
  const format = useFormat()
  return (
    <ul className={styles.reasons}>
      {preview.reasons.map(({ code, message, count, examples }) => (
        <li key={code}>
          <span>{t(($) => $.reasonCount, { message, shown: format.number(count) })}</span>
          {examples.length > 0 && (
            <span className={styles.examples}>
              {t(($) => $.for, { names: examples.map(({ label }) => label).join(t(($) => $.and)) })}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

export function BulkPreviewView({ action, preview, problem, busy, onBack, onStart }: Props) {
  const { t } = useTranslation('jobs')
  const format = useFormat()
  const textOf = useProblemText()
  const { changed, unchanged, failed } = preview
  return (
    <div className={styles.preview}>
      <div className={styles.body} role="status">
        <p className={styles.sentence}>
          {changed > 0
            ? t(($) => $[will[action]], { shown: format.number(changed), count: changed })
            : t(($) => $.nothing)}
        </p>
        {unchanged > 0 && <p>{t(($) => $.unchanged, { shown: format.number(unchanged) })}</p>}
        {failed > 0 && <p className={styles.left}>{t(($) => $.left, { shown: format.number(failed) })}</p>}
        {failed > 0 && <Reasons preview={preview} />}
        {problem !== null && problem !== undefined && (
          <p role="alert" className={styles.problem}>
            {textOf(problem)}
          </p>
        )}
      </div>
      <div className={styles.foot}>
        <Button onClick={onBack}>{t(($) => $.back)}</Button>
        <Button
          tone={action === 'delete' ? 'danger' : 'primary'}
          busy={busy}
          disabled={changed === 0}
          onClick={onStart}
          data-autofocus
        >
          {t(($) => $[begin[action]])}
        </Button>
      </div>
    </div>
  )
}
