/** The first visit of an empty installation: name the company, make its first administrator. */
import { setupDraft } from '@rapport/domain/features/installations/installations.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { useLanguage } from '../../lib/use-language.ts'
import { Card } from '../../ui/card.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { CurrencyField } from '../../ui/currency-field.tsx'
import { FieldRow, Form } from '../../ui/form/form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { PasswordField, TextField } from '../../ui/text-field.tsx'
import { LanguageSwitch } from '../language-switch.tsx'
import { paths } from '../paths.ts'
import { setupQuery, useSetup, type SetupDraft } from '../setup.ts'

const blank = { organisationName: '', adminName: '', email: '', password: '', token: '' }

function useSetupForm() {
  const language = useLanguage()
  const navigate = useNavigate()
  const setup = useSetup()
  const locale = language === 'zh' ? 'zh-CN' : 'en'
  return useRecordForm({
    initial: { ...blank, baseCurrency: 'CNY', sampleData: true, locale },
    schema: setupDraft,
    onSubmit: async (values) => {
      await setup.mutateAsync({ ...(values as SetupDraft), locale })
      await navigate(paths.home, { replace: true })
    },
  })
}

function SetupForm({ tokenNeeded }: { tokenNeeded: boolean }) {
  const { t } = useTranslation('sessions')
  const form = useSetupForm()
  return (
    <Form of={form} submit={t(($) => $.setup.submit)}>
      <TextField
        name="organisationName"
        required
        label={t(($) => $.setup.organisation)}
        autoComplete="organization"
        startHere
      />
      <FieldRow>
        <TextField name="adminName" required label={t(($) => $.setup.name)} autoComplete="name" />
        <CurrencyField name="baseCurrency" label={t(($) => $.setup.currency)} />
      </FieldRow>
      <TextField name="email" required type="email" label={t(($) => $.setup.email)} autoComplete="username" />
      <PasswordField
        name="password"
        required
        autoComplete="new-password"
        label={t(($) => $.setup.password)}
        help={t(($) => $.setup.passwordHelp)}
      />
      {tokenNeeded && (
        <TextField name="token" required label={t(($) => $.setup.token)} help={t(($) => $.setup.tokenHelp)} />
      )}
      <CheckboxField name="sampleData" label={t(($) => $.setup.sampleData)} help={t(($) => $.setup.sampleDataHelp)} />
    </Form>
  )
}

export default function SetupPage() {
  const { t } = useTranslation('sessions')
  const { data } = useSuspenseQuery(setupQuery)
  return (
    <Card foot={<LanguageSwitch />}>
      <title>{`${t(($) => $.setup.title)} · Rapport`}</title>
      <h1>{t(($) => $.setup.title)}</h1>
      {data.needed ? (
        <>
          <p>{t(($) => $.setup.lead)}</p>
          <SetupForm tokenNeeded={data.tokenNeeded} />
        </>
      ) : (
        <Link to={paths.login}>{t(($) => $.setup.done)}</Link>
      )}
    </Card>
  )
}
