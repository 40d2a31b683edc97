/** What an undo would do, counted now, before it is done: what goes, what gets its former values, what stays and why. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Button } from '../../ui/button.tsx'
import form from '../../ui/form/form.module.css'
import { Panel } from '../../ui/panel.tsx'
import { Pending } from '../../ui/pending.tsx'
import { undoPreviewQuery, useUndo, type Import, type UndoPreview } from './imports.queries.ts'
import styles from './undo-panel.module.css'

function Effect({ preview }: { preview: UndoPreview }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const { removed, restored, kept } = preview
  const staying = kept.reduce((sum, { rows }) => sum + rows, 0)
  return (
    <div className={styles.effect} role="status">
      <dl className={styles.figures}>
        <div>
          <dt>{t(($) => $.willRemove)}</dt>
          <dd data-figure>{format.number(removed)}</dd>
        </div>
        <div>
          <dt>{t(($) => $.willRestore)}</dt>
          <dd data-figure>{format.number(restored)}</dd>
        </div>
        <div>
          <dt>{t(($) => $.willKeep)}</dt>
          <dd data-figure>{format.number(staying)}</dd>
        </div>
      </dl>
      {kept.length > 0 && (
        <ul className={styles.reasons} aria-label={t(($) => $.willKeep)}>
          {kept.map(({ code, message, rows }) => (
            <li key={code}>
              <b data-figure>{format.number(rows)}</b>
              <span>{message}</span>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.note}>{t(($) => $.undoNote)}</p>
    </div>
  )
}

export function UndoPanel({ of, onClose }: { of: Import; onClose: () => void }) {
  const { t } = useTranslation('imports')
  const preview = useQuery(undoPreviewQuery(of))
  const undo = useUndo(of.id)
  const textOf = useProblemText()
  // Of a changed record the fields that nobody touched go back all the same, so there may be work where whole rows have none.
  const isIdle = preview.data?.removed === 0 && preview.data.restored === 0 && of.updated === 0
  return (
    <Panel opened onClose={onClose} title={t(($) => $.undoTitle)}>
      <div className={form.form} data-panel>
        <div className={form.body}>
          <Pending of={preview} rows={3} />
          {preview.data && <Effect preview={preview.data} />}
          {undo.isError && <p role="alert">{textOf(undo.error)}</p>}
        </div>
        <div className={form.foot}>
          <Button onClick={onClose}>{t(($) => $.keepImport)}</Button>
          <Button
            tone="danger"
            busy={undo.isPending}
            disabled={!preview.data || isIdle}
            data-autofocus
            onClick={() => undo.mutate(undefined, { onSuccess: onClose })}
          >
            {t(($) => $.undo)}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
