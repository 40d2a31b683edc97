import { useTranslation } from 'react-i18next'
import { Form } from '../../ui/form/form.tsx'
import { useFormRecord } from '../../ui/form/form-record.ts'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { Section } from '../../ui/section.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { TimeZoneField } from '../../ui/time-zone-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { ownQuery, useMe, useUpdateMe, type Me } from '../../app/session.ts'

const valuesOf = ({ name, email, timeZone }: Me['user']) => ({ name, email, timeZone })

/** Name and time zone; the address is changed by an administrator. */
export function Profile() {
  const { t } = useTranslation(['sessions', 'common'])
  const { user } = useMe()
  const update = useUpdateMe()
  const form = useRecordForm({
    initial: valuesOf(user),
    record: useFormRecord(user, ownQuery, valuesOf),
    onSubmit: async ({ name, timeZone }, version) => {
      const { user: saved } = await update.mutateAsync({
        ...(name && { name }),
        ...(timeZone && { timeZone }),
        version,
      })
      toast(t(($) => $.action.saved, { ns: 'common' }))
      return saved
    },
  })
  return (
    <Section title={t(($) => $.me.profile)} narrow>
      <Form of={form} submit={t(($) => $.action.save, { ns: 'common' })}>
        <TextField name="name" required label={t(($) => $.me.name)} maxLength={100} autoComplete="name" />
        <TextField name="email" label={t(($) => $.me.email)} disabled />
        <TimeZoneField name="timeZone" label={t(($) => $.me.timeZone)} />
      </Form>
    </Section>
  )
}
