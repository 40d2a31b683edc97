/** Which column goes where, what that finds in the rows, and what is left to settle. */
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { useCancel, useCheck, type Import } from './imports.queries.ts'
import styles from './mapping-step.module.css'
import { MappingBar } from './mapping-bar.tsx'
import { MappingTable } from './mapping-table.tsx'
import { FixedValues } from './fixed-values.tsx'
import { ProblemList } from './problem-list.tsx'
import { RowPreview } from './row-preview.tsx'
import { isCheckedAtOnce } from './use-auto-check.ts'
import { Found, WizardFoot } from './wizard-foot.tsx'

function Next({ of }: { of: Import }) {
  const { t } = useTranslation('imports')
  const check = useCheck(of.id)
  const cancel = useCancel(of.id)
  if (of.status === 'checking')
    return (
      <Button busy={cancel.isPending} onClick={() => cancel.mutate()}>
        {t(($) => $.stopCheck)}
      </Button>
    )
  if (of.checked !== null)
    return (
      <ButtonLink tone="primary" to="?step=check">
        {t(($) => $.toRows)}
      </ButtonLink>
    )
  return (
    <Button
      tone="primary"
      busy={check.isPending}
      disabled={!of.can.dryRun || of.missing.length > 0}
      onClick={() => check.mutate()}
    >
      {t(($) => $.check)}
    </Button>
  )
}

function Waits({ of }: { of: Import }) {
  const { t } = useTranslation('imports')
  if (of.checked !== null || of.status === 'checking') return null
  if (of.missing.length > 0) return <span>{t(($) => $.missingCount, { count: of.missing.length })}</span>
  return isCheckedAtOnce(of) ? null : <span>{t(($) => $.largeFile)}</span>
}

export function MappingStep({ of }: { of: Import }) {
  const { t } = useTranslation('imports')
  return (
    <>
      <MappingBar of={of} />
      <div className={styles.columns}>
        <MappingTable of={of} />
        <aside className={styles.side} aria-label={t(($) => $.problems)}>
          {of.missing.length > 0 && <FixedValues of={of} />}
          <ProblemList of={of} />
          <RowPreview of={of} />
          {of.missing.length === 0 && <FixedValues of={of} />}
        </aside>
      </div>
      <WizardFoot
        buttons={
          <>
            <ButtonLink tone="quiet" to="?step=file">
              {t(($) => $.back)}
            </ButtonLink>
            <Next of={of} />
          </>
        }
      >
        <Found of={of} />
        <Waits of={of} />
      </WizardFoot>
    </>
  )
}
