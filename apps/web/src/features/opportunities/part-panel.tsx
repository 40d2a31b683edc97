/** The panel in which a list of a deal is edited, and what it says when somebody else changed that list meanwhile. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './part-panel.module.css'
import type { PartForm } from './use-part-form.ts'

type Props = { of: PartForm; title: string; width?: number; onClose: () => void; children: ReactNode }

export function PartPanel({ of, title, width = 640, onClose, children }: Props) {
  const { t } = useTranslation('opportunities')
  const { t: common } = useTranslation('common')
  return (
    <Panel opened onClose={onClose} title={title} width={width}>
      <Form of={of.form} inPanel submit={common(($) => $.action.save)} onCancel={onClose} hold={of.isStale}>
        {of.isStale && (
          <div className={styles.stale} role="alert">
            <p>{t(($) => $.part.stale)}</p>
            <Button small onClick={of.takeTheirs}>
              {t(($) => $.part.takeTheirs)}
            </Button>
            <Button small onClick={of.keepMine}>
              {t(($) => $.part.keepMine)}
            </Button>
          </div>
        )}
        {children}
      </Form>
    </Panel>
  )
}
