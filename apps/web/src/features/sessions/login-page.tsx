/** Signing in; returns to where one was. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { LanguageSwitch } from '../../app/language-switch.tsx'
import { nextPath, paths } from '../../app/paths.ts'
import { Card } from '../../ui/card.tsx'
import { Form } from '../../ui/form/form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { PasswordField, TextField } from '../../ui/text-field.tsx'
import styles from './door.module.css'
import { useSignIn } from '../../app/session.ts'
import { setupQuery } from '../../app/setup.ts'

export default function LoginPage() {
  const { t } = useTranslation('sessions')
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const signIn = useSignIn()
  const { data: setup } = useQuery(setupQuery)
  const form = useRecordForm({
    initial: { email: '', password: '' },
    onSubmit: async ({ email = '', password = '' }) => {
      await signIn.mutateAsync({ email, password })
      await navigate(nextPath(params.get('next')), { replace: true })
    },
  })
  return (
    <Card foot={<LanguageSwitch />}>
      <title>{`${t(($) => $.login.submit)} · Rapport`}</title>
      <h1>{t(($) => $.login.title)}</h1>
      {setup?.needed && <Link to={paths.setup}>{t(($) => $.login.needsSetup)}</Link>}
      <Form of={form} submit={t(($) => $.login.submit)}>
        <TextField name="email" type="email" autoComplete="username" label={t(($) => $.login.email)} startHere />
        <PasswordField name="password" autoComplete="current-password" label={t(($) => $.login.password)} />
      </Form>
      <p className={styles.note}>{t(($) => $.login.forgotten)}</p>
    </Card>
  )
}
