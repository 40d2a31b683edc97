/** The fields of a person. Where he stands and what he may is set by an administrator alone. */
import { locales, userFields } from '@rapport/domain/features/users/users.fields.ts'
import { userDraft, userPatch } from '@rapport/domain/features/users/users.ts'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../app/session.ts'
import type { BodyOf } from '../../lib/call.ts'
import { useLanguage } from '../../lib/use-language.ts'
import { DateField } from '../../ui/date-field.tsx'
import { FieldRow, Form, MoreFields } from '../../ui/form/form.tsx'
import { useFormRecord } from '../../ui/form/form-record.ts'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { RefField } from '../../ui/ref-field.tsx'
import { RefsField } from '../../ui/refs-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { TimeZoneField } from '../../ui/time-zone-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { UserAccount } from './user-account.tsx'
import { useCreateUser, userQuery, useUpdateUser, type LinkVerb, type User } from './users.queries.ts'

type Props = {
  user: User | undefined
  onClose: () => void
  onMade: (user: User) => void
  onLink: (verb: LinkVerb) => Promise<void>
}

const blank = { name: '', email: '', title: '', phone: '', primaryTeamId: '', managerId: '', joinedAt: '' }
const lists = { roleIds: [] as string[], teamIds: [] as string[] }

// Only what the form shows: an unknown key would be refused.
const initialOf = (user: User, timeZone: string) => ({
  name: user.name,
  email: user.email,
  title: user.title ?? '',
  phone: user.phone ?? '',
  primaryTeamId: user.primaryTeamId ?? '',
  managerId: user.managerId ?? '',
  joinedAt: user.joinedAt ?? '',
  roleIds: user.roleIds,
  teamIds: user.teamIds,
  locale: user.locale,
  timeZone: user.timeZone || timeZone,
})

function useUserForm({ user, onClose, onMade }: Props) {
  const { t } = useTranslation('common')
  const locale = useLanguage() === 'zh' ? 'zh-CN' : 'en'
  const create = useCreateUser()
  const update = useUpdateUser()
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const record = useFormRecord(user, userQuery(user?.id ?? ''), (known) => initialOf(known, timeZone))
  return useRecordForm({
    initial: { ...blank, ...lists, locale, timeZone: 'Asia/Shanghai' },
    record,
    schema: user ? userPatch : userDraft,
    draftKey: `users.${user?.id ?? 'new'}`,
    onSubmit: async (values, version) => {
      if (!user) return onMade(await create.mutateAsync(withoutEmpty(values) as BodyOf<'POST /users'>))
      await update.mutateAsync({ user: { id: user.id, version }, body: values as BodyOf<'PATCH /users/:id'> })
      toast(t(($) => $.action.saved))
      return onClose()
    },
  })
}

// Who may not administer sends no lists, not even empty ones.
const withoutEmpty = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => !Array.isArray(value) || value.length > 0))

function Place({ administers }: { administers: boolean }) {
  const { t } = useTranslation('users')
  return (
    <>
      <FieldRow>
        <RefField name="primaryTeamId" to="teams" label={userFields.primaryTeamId.label} disabled={!administers} />
        <RefField name="managerId" to="users" label={userFields.managerId.label} disabled={!administers} />
      </FieldRow>
      <RefsField
        name="roleIds"
        to="roles"
        label={userFields.roleIds.label}
        disabled={!administers}
        help={t(($) => (administers ? $.rolesHelp : $.administered))}
      />
    </>
  )
}

function Further({ administers }: { administers: boolean }) {
  const { t } = useTranslation('common')
  return (
    <MoreFields label={t(($) => $.form.moreFields)}>
      <RefsField name="teamIds" to="teams" label={userFields.teamIds.label} disabled={!administers} />
      <FieldRow>
        <TextField name="phone" type="tel" label={userFields.phone.label} maxLength={40} />
        <DateField name="joinedAt" label={userFields.joinedAt.label} presets={false} />
      </FieldRow>
      <FieldRow>
        <SelectField name="locale" label={userFields.locale.label} options={locales} />
        <TimeZoneField name="timeZone" label={userFields.timeZone.label} />
      </FieldRow>
    </MoreFields>
  )
}

export function UserForm(props: Props) {
  const { user, onClose, onLink } = props
  const { t } = useTranslation('users')
  const { t: common } = useTranslation('common')
  const form = useUserForm(props)
  const mayAdminister = useMay()('people.administer')
  const administers = user ? user.can.administer : mayAdminister
  return (
    <Form of={form} inPanel submit={common(($) => (user ? $.action.save : $.action.create))} onCancel={onClose}>
      <FieldRow>
        <TextField name="name" label={userFields.name.label} required maxLength={100} startHere={!user} />
        <TextField name="title" label={userFields.title.label} maxLength={100} />
      </FieldRow>
      <TextField
        name="email"
        type="email"
        label={userFields.email.label}
        required
        disabled={Boolean(user) && !administers}
        help={user ? undefined : t(($) => $.emailHelp)}
      />
      <Place administers={administers} />
      <Further administers={administers} />
      {user && <UserAccount user={user} onClose={onClose} onLink={onLink} />}
    </Form>
  )
}
