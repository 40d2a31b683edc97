/** Following an invitation or a reset: choose a password, and be signed in. */
import { isStrongPassword } from '@rapport/domain/features/sessions/password-policy.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useNavigate, useParams } from 'react-router'
import { LanguageSwitch } from '../../app/language-switch.tsx'
import { paths } from '../../app/paths.ts'
import { isProblem } from '../../lib/problem.ts'
import { Card } from '../../ui/card.tsx'
import { Pending } from '../../ui/pending.tsx'
import { Form } from '../../ui/form/form.tsx'
import { useRecordForm, type RecordForm } from '../../ui/form/use-record-form.ts'
import { PasswordField } from '../../ui/text-field.tsx'
import { linkQuery, useAccept } from './invitations.queries.ts'

const initial = { password: '', again: '' }

type Props = { token: string; accept: ReturnType<typeof useAccept>; onDead: () => void }

function useAcceptForm({ token, accept, onDead }: Props): RecordForm {
  const { t } = useTranslation('invitations')
  const navigate = useNavigate()
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

function AcceptForm(props: Props) {
  const { t } = useTranslation('invitations')
  const form = useAcceptForm(props)
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

const titles = { works: 'welcome', joined: 'joinedTitle', ended: 'deadTitle' } as const
const texts = { works: 'welcomeText', joined: 'joinedText', ended: 'deadText' } as const

export default function AcceptPage() {
  const { t } = useTranslation('invitations')
  const { token = '' } = useParams()
  const invited = useLocation().pathname.startsWith('/invite')
  const [dead, setDead] = useState(false)
  const accept = useAccept()
  // Once it is followed it works no more, which is nothing to be told.
  const query = useQuery({ ...linkQuery(token), enabled: accept.isIdle })
  const state = dead ? 'ended' : (query.data?.state ?? 'works')
  const isReset = state === 'works' && !invited
  const title = t(($) => (isReset ? $.reset : $[titles[state]]))
  return (
    <Card foot={<LanguageSwitch />}>
      <title>{`${title} · Rapport`}</title>
      <h1>{title}</h1>
      <p>{t(($) => (isReset ? $.resetText : $[texts[state]]))}</p>
      <Pending of={query} rows={3} />
      {state === 'works' && query.data && <AcceptForm token={token} accept={accept} onDead={() => setDead(true)} />}
      {state !== 'works' && <Link to={paths.login}>{t(($) => $.toLogin)}</Link>}
    </Card>
  )
}
