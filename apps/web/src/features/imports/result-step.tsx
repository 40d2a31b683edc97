/** While rows come in, and afterwards: how many became what, the rows that failed, and the way back. */
import type { ReactNode } from 'react'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Counts } from './counts.tsx'
import { FailedRows } from './failed-rows.tsx'
import { KeptRows } from './kept-rows.tsx'
import { errorsPath, isBusy, useCancel, type Import } from './imports.queries.ts'
import frame from './imports.module.css'
import styles from './result-step.module.css'
import { Running } from './running.tsx'
import { UndoImport } from './undo-import.tsx'
import { WizardFoot } from './wizard-foot.tsx'

/** One sentence on how it ended. */
function Sentence({ of }: { of: Import }): ReactNode {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const done = format.number(of.created + of.updated)
  const rows = t(($) => $.rows, { count: of.rowCount, shown: format.number(of.rowCount) })
  switch (of.status) {
    case 'failed':
      return t(($) => $.endedFailed, { done, rows, why: of.errorText ?? '' })
    case 'cancelled':
      return t(($) => $.endedCancelled, { done, rows })
    case 'undone':
      return t(($) => (of.kept > 0 ? $.endedUndoneKept : $.endedUndone), {
        undone: format.number(of.undone),
        kept: format.number(of.kept),
      })
    default:
      return of.failed > 0
        ? t(($) => $.endedSome, { done, rows, failed: format.number(of.failed) })
        : t(($) => $.endedAll, { done, rows })
  }
}

function Cancel({ of }: { of: Import }) {
  const { t } = useTranslation('imports')
  const cancel = useCancel(of.id)
  const textOf = useProblemText()
  return (
    <>
      {cancel.isError && <span role="alert">{textOf(cancel.error)}</span>}
      <Button busy={cancel.isPending} onClick={() => cancel.mutate()}>
        {t(($) => $.stop)}
      </Button>
    </>
  )
}

function Ended({ of }: { of: Import }) {
  const { t } = useTranslation('imports')
  return (
    <>
      <p className={styles.sentence} role="status">
        <Sentence of={of} />
      </p>
      <Counts of={of} />
      <div className={styles.actions}>
        {of.failed > 0 && (
          <a className={styles.download} href={errorsPath(of.id)} download>
            <IconDownload size={16} stroke={1.75} aria-hidden />
            {t(($) => $.downloadErrors)}
          </a>
        )}
        {of.failed > 0 && <span className={frame.hint}>{t(($) => $.errorsHelp)}</span>}
      </div>
      <KeptRows of={of} />
      <FailedRows of={of} />
    </>
  )
}

export function ResultStep({ of }: { of: Import }) {
  const { t } = useTranslation('imports')
  const busy = isBusy(of)
  return (
    <>
      <div className={`${frame.body} ${styles.result}`}>{busy ? <Running of={of} /> : <Ended of={of} />}</div>
      <WizardFoot
        buttons={
          <>
            {of.status === 'running' && of.can.cancel && <Cancel of={of} />}
            {!busy && <UndoImport of={of} />}
            {!busy && <ButtonLink to={paths.newImport(of.entity)}>{t(($) => $.another)}</ButtonLink>}
            {!busy && (
              <ButtonLink tone="primary" to={paths.listOf(of.entity)}>
                {t(($) => $.openList[of.entity as 'customers'])}
              </ButtonLink>
            )}
          </>
        }
      >
        {busy && <span className={frame.hint}>{t(($) => $.mayLeave)}</span>}
      </WizardFoot>
    </>
  )
}
