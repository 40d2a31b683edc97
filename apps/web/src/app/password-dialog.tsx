/** Asks for one's own password again. */
import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { call } from '../lib/call.ts'
import { Form } from '../ui/form/form.tsx'
import { useRecordForm } from '../ui/form/use-record-form.ts'
import { PasswordField } from '../ui/text-field.tsx'
import styles from './password-dialog.module.css'

export default function PasswordDialog({ onAnswer }: { onAnswer: (confirmed: boolean) => void }) {
  const { t } = useTranslation()
  const form = useRecordForm({
    initial: { password: '' },
    onSubmit: async ({ password = '' }) => {
      await call('POST /session/confirm', { body: { password }, secret: true })
      onAnswer(true)
    },
  })
  return (
    <Modal opened onClose={() => onAnswer(false)} title={t(($) => $.password.title)} size={400} centered>
      <p className={styles.text}>{t(($) => $.password.text)}</p>
      <Form of={form} submit={t(($) => $.action.confirm)} onCancel={() => onAnswer(false)}>
        <PasswordField name="password" autoComplete="current-password" label={t(($) => $.password.label)} startHere />
      </Form>
    </Modal>
  )
}
