/** Following an invitation or a reset: choose a password, and be signed in. */
import { isStrongPassword } from '@rapport/domain/features/sessions/password-policy.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useNavigate, useParams } from 'react-router'
import { LanguageSwitch } from '../../app/language-switch.tsx'
import { paths } from '../../app/paths.ts'
import { isProblem } from '../../lib/problem.ts'
import { Card } from '../../ui/card.tsx'
import { Form } from '../../ui/form/form.tsx'
import { useRecordForm, type RecordForm } from '../../ui/form/use-record-form.ts'
import { PasswordField } from '../../ui/text-field.tsx'
import { useAccept } from './invitations.queries.ts'

const initial = { password: '', again: '' }

function useAcceptForm(token: string, onDead: () => void): RecordForm {
  const { t } = useTranslation('invitations')
  const navigate = useNavigate()
  const accept = useAccept()
  const submit = async ({ password = '', again = '' }): Promise<void> => {
    if (!isStrongPassword(password, '')) return form.form.setErrors({ password: t(($) => $.weak) })
    if (password !== again) return form.form.setErrors({ again: t(($) => $.differs) })
    try {
      await accept.mutateAsync({ token, password })
    } catch (error) {
      if (isProblem(error, 'token.invalid')) return onDead()
      throw error
    }
    await navigate(paths.home, { replace: true })
  }
  const form = useRecordForm({ initial, onSubmit: submit })
  return form
}

function AcceptForm({ token, onDead }: { token: string; onDead: () => void }) {
  const { t } = useTranslation('invitations')
  const form = useAcceptForm(token, onDead)
  return (
    <Form of={form} submit={t(($) => $.submit)}>
      <PasswordField
        name="password"
        required
        autoComplete="new-password"
        label={t(($) => $.password)}
        help={t(($) => $.help)}
        startHere
      />
      <PasswordField name="again" required autoComplete="new-password" label={t(($) => $.again)} />
    </Form>
  )
}

export default function AcceptPage() {
  const { t } = useTranslation('invitations')
  const { token = '' } = useParams()
  const invited = useLocation().pathname.startsWith('/invite')
  const [dead, setDead] = useState(false)
  const title = t(($) => (dead ? $.deadTitle : invited ? $.welcome : $.reset))
  return (
    <Card foot={<LanguageSwitch />}>
      <title>{`${title} · Rapport`}</title>
      <h1>{title}</h1>
      <p>{t(($) => (dead ? $.deadText : invited ? $.welcomeText : $.resetText))}</p>
      {dead ? (
        <Link to={paths.login}>{t(($) => $.toLogin)}</Link>
      ) : (
        <AcceptForm token={token} onDead={() => setDead(true)} />
      )}
    </Card>
  )
}
