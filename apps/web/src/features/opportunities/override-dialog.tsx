/** What is missing before a deal may enter a stage, and for who may: going on all the same, with a reason that is kept. */
import { Modal } from '@mantine/core'
import { IconCircleDashed } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form/form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { Icon } from '../../ui/icon.tsx'
import { LongTextField } from '../../ui/text-field.tsx'
import type { Question } from './deal-dialogs.ts'
import styles from './opportunities.module.css'

type Props = { question: Extract<Question, { kind: 'override' }> }

function Missing({ question: { unmet } }: Props) {
  const textOf = useLabel()
  return (
    <ul className={styles.unmet}>
      {unmet.map((one) => (
        <li key={one.criterionId}>
          <Icon of={IconCircleDashed} />
          <span>
            {textOf(one.label)}
            {one.missing && <em>{textOf(one.missing)}</em>}
          </span>
        </li>
      ))}
    </ul>
  )
}

export default function OverrideDialog({ question }: Props) {
  const { deal, target, act, cancel } = question
  const { t } = useTranslation('opportunities')
  const { t: common } = useTranslation('common')
  const textOf = useLabel()
  const form = useRecordForm<{ reason: string }>({
    initial: { reason: '' },
    draftKey: `opportunities.override.${deal.id}`,
    onSubmit: async ({ reason }) => {
      if (reason?.trim()) await act(reason)
      else
        form.form.setFieldError(
          'reason',
          t(($) => $.override.reasonRequired),
        )
    },
  })
  return (
    <Modal
      opened
      onClose={cancel}
      title={t(($) => $.override.title, { name: deal.name, stage: textOf(target.label) })}
      radius={12}
    >
      <p>{t(($) => $.override.text)}</p>
      <Missing question={question} />
      {deal.can.override ? (
        <Form of={form} submit={t(($) => $.override.confirm)} onCancel={cancel} plain>
          <LongTextField name="reason" label={t(($) => $.override.reason)} required />
        </Form>
      ) : (
        <div className={styles.dialogFoot}>
          <Button tone="primary" onClick={cancel} data-autofocus>
            {common(($) => $.action.close)}
          </Button>
        </div>
      )}
    </Modal>
  )
}
