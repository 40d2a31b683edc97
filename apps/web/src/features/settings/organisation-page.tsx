/** The company: its name, its clock, its currency, the language of who has chosen none. */
import { useTranslation } from 'react-i18next'
import { useMay, useMe } from '../../app/session.ts'
import { CurrencyField } from '../../ui/currency-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { useFormRecord } from '../../ui/form/form-record.ts'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { MoneyField } from '../../ui/money-field.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { TimeZoneField } from '../../ui/time-zone-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { SampleCompany } from './sample-company.tsx'
import {
  organisationQuery,
  useUpdateOrganisation,
  type Organisation,
  type OrganisationPatch,
} from './settings.queries.ts'

const valuesOf = ({
  name,
  timeZone,
  baseCurrency,
  defaultLocale,
  largeDealAmount,
  attachmentMegabytes,
}: Organisation) => ({
  name,
  timeZone,
  baseCurrency,
  defaultLocale,
  largeDealAmount,
  attachmentMegabytes,
})

function useOrganisationForm() {
  const { t } = useTranslation('common')
  const { organisation } = useMe()
  const update = useUpdateOrganisation()
  return useRecordForm({
    initial: valuesOf(organisation),
    record: useFormRecord(organisation, organisationQuery, valuesOf),
    onSubmit: async (values, version) => {
      const saved = await update.mutateAsync({ body: values as OrganisationPatch, version })
      toast(t(($) => $.action.saved))
      return saved
    },
  })
}

/** From which amount on, and up to which size. */
function Limits() {
  const { t } = useTranslation('settings')
  const mayManage = useMay()('settings.manage')
  const { organisation } = useMe()
  return (
    <>
      <MoneyField
        name="largeDealAmount"
        label={t(($) => $.largeDealAmount)}
        help={t(($) => $.largeDealAmountHelp)}
        currency={organisation.baseCurrency}
        required
        disabled={!mayManage}
      />
      <NumberField
        name="attachmentMegabytes"
        label={t(($) => $.attachmentMegabytes)}
        help={t(($) => $.attachmentMegabytesHelp)}
        kind="int"
        unit="MB"
        required
        disabled={!mayManage}
      />
    </>
  )
}

function OrganisationForm() {
  const { t } = useTranslation('settings')
  const { t: common } = useTranslation('common')
  const mayManage = useMay()('settings.manage')
  const form = useOrganisationForm()
  const locales = [
    { value: 'zh-CN', label: t(($) => $.chinese) },
    { value: 'en', label: t(($) => $.english) },
  ]
  return (
    <Form of={form} submit={common(($) => $.action.save)}>
      <TextField name="name" label={t(($) => $.name)} required maxLength={100} disabled={!mayManage} />
      <TimeZoneField
        name="timeZone"
        label={t(($) => $.timeZone)}
        help={t(($) => $.timeZoneHelp)}
        disabled={!mayManage}
      />
      <CurrencyField
        name="baseCurrency"
        label={t(($) => $.baseCurrency)}
        help={t(($) => $.baseCurrencyHelp)}
        disabled={!mayManage}
      />
      <Limits />
      <SelectField name="defaultLocale" label={t(($) => $.language)} options={locales} disabled={!mayManage} />
    </Form>
  )
}

export default function OrganisationPage() {
  const { t } = useTranslation('settings')
  const mayManage = useMay()('settings.manage')
  return (
    <Page>
      <PageHead title={t(($) => $.organisation)} />
      <Section title={t(($) => $.basics)} narrow>
        <OrganisationForm />
      </Section>
      {mayManage && <SampleCompany />}
    </Page>
  )
}
