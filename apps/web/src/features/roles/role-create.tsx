/** A new role begins as a copy, because hardly anybody builds forty rights from nothing. */
import { roleFields } from '@rapport/domain/features/roles/roles.fields.ts'
import { useTranslation } from 'react-i18next'
import type { BodyOf } from '../../lib/call.ts'
import { useLabel, type Label } from '../../lib/use-language.ts'
import { Form } from '../../ui/form/form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { LabelField } from '../../ui/label-field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { draftOf } from './role-draft.ts'
import { useCreateRole, type Role } from './roles.queries.ts'

type Props = { roles: Role[]; onClose: () => void; onMade: (id: string) => void }

export default function RoleCreate({ roles, onClose, onMade }: Props) {
  const { t } = useTranslation('roles')
  const { t: common } = useTranslation('common')
  const textOf = useLabel()
  const create = useCreateRole()
  const form = useRecordForm({
    initial: { label: { zh: '', en: '' }, from: '' },
    draftKey: 'roles.new',
    onSubmit: async ({ label, from }) => {
      const model = roles.find(({ id }) => id === from)
      const body = { ...(model && draftOf(model)), label: label as Label }
      const role = await create.mutateAsync(body as BodyOf<'POST /roles'>)
      onMade(role.id)
    },
  })
  return (
    <Panel opened onClose={onClose} title={t(($) => $.create)}>
      <Form of={form} inPanel submit={common(($) => $.action.create)} onCancel={onClose}>
        <LabelField name="label" label={roleFields.label.label} required startHere />
        <SelectField
          name="from"
          label={t(($) => $.copyFrom)}
          help={t(($) => $.copyHelp)}
          options={roles.map(({ id, label }) => ({ value: id, label: textOf(label) }))}
          clearable
        />
      </Form>
    </Panel>
  )
}
