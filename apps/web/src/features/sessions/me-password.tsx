import { useTranslation } from 'react-i18next'
import { Form } from '../../ui/form/form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { Section } from '../../ui/section.tsx'
import { PasswordField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useChangePassword } from './sessions.queries.ts'

const initial = { current: '', next: '' }

/** A new password ends every other session. Nothing of it is kept as a draft. */
export function Password() {
  const { t } = useTranslation('sessions')
  const change = useChangePassword()
  const form = useRecordForm({
    initial,
    onSubmit: async ({ current = '', next = '' }) => {
      await change.mutateAsync({ current, next })
      form.discard()
      toast(t(($) => $.me.changed))
    },
  })
  return (
    <Section title={t(($) => $.me.password)} narrow>
      <Form of={form} submit={t(($) => $.me.change)} plain>
        <PasswordField name="current" autoComplete="current-password" label={t(($) => $.me.current)} />
        <PasswordField
          name="next"
          autoComplete="new-password"
          label={t(($) => $.me.next)}
          help={t(($) => $.setup.passwordHelp)}
        />
      </Form>
    </Section>
  )
}
