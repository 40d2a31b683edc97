/** The panel in which a list of a deal is edited. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from '../../ui/form/form.tsx'
import type { RecordForm } from '../../ui/form/use-record-form.ts'
import { Panel } from '../../ui/panel.tsx'

type Props = { of: RecordForm; title: string; width?: number; onClose: () => void; children: ReactNode }

export function PartPanel({ of, title, width = 640, onClose, children }: Props) {
  const { t } = useTranslation('common')
  return (
    <Panel opened onClose={onClose} title={title} width={width}>
      <Form of={of} inPanel submit={t(($) => $.action.save)} onCancel={onClose}>
        {children}
      </Form>
    </Panel>
  )
}
