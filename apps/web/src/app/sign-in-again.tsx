/** Asks who is signed out for the password, over the page: it stays as it is, with all that was typed. */
import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { Form } from '../ui/form/form.tsx'
import { useRecordForm } from '../ui/form/use-record-form.ts'
import { PasswordField } from '../ui/text-field.tsx'
import styles from './password-dialog.module.css'
import { loginPath } from './paths.ts'
import { useMe, useSignInAgain } from './session.ts'

export default function SignInAgain({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { user } = useMe()
  const { pathname, search } = useLocation()
  const signIn = useSignInAgain(user.email)
  const form = useRecordForm({
    initial: { password: '' },
    onSubmit: async ({ password = '' }) => {
      await signIn.mutateAsync(password)
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} title={t(($) => $.shell.signInAgain)} size={400} centered zIndex={500}>
      <p className={styles.text}>{t(($) => $.shell.signInAgainText, { email: user.email })}</p>
      <Form of={form} submit={t(($) => $.shell.signIn)} onCancel={onClose}>
        <PasswordField name="password" autoComplete="current-password" label={t(($) => $.password.label)} startHere />
      </Form>
      <Link to={loginPath(pathname + search)} className={styles.other}>
        {t(($) => $.shell.signInAsOther)}
      </Link>
    </Modal>
  )
}
