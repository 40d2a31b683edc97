/** Names a view and says who sees it; what it selects is what the list shows. */
import { Modal } from '@mantine/core'
import { savedViewFields as fields, viewShares } from '@rapport/domain/features/saved-views/saved-views.fields.ts'
import { useTranslation } from 'react-i18next'
import { useMay, useMe } from '../../app/session.ts'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { useFormRecord } from '../../ui/form/form-record.ts'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { SegmentedField } from '../../ui/segmented-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import {
  useCreateView,
  useUpdateView,
  viewQuery,
  type SavedView,
  type SavedViewDraft,
  type ViewEntity,
} from './saved-views.queries.ts'
import type { Naming } from './use-view-acts.ts'

type Props = { entity: ViewEntity; naming: Naming; onMade: (id: string) => void; onClose: () => void }
type Named = { label: string; shared: 'me' | 'team' | 'all'; isDefault: boolean }

const LABEL = 60
const blank: Named = { label: '', shared: 'me', isDefault: false }
const namedOf = ({ label, shared, isDefault }: SavedView): Named => ({ label, shared, isDefault })

/** Whom one can share with; what a view has already stays. */
function useShares(now: string) {
  const { user } = useMe()
  const may = useMay()
  return viewShares.filter(
    ({ value }) =>
      value === now || value === 'me' || (value === 'team' ? user.primaryTeamId !== null : may('settings.manage')),
  )
}

function useViewForm({ entity, naming, onMade, onClose }: Props) {
  const { t } = useTranslation()
  const create = useCreateView()
  const update = useUpdateView()
  const view = 'view' in naming ? naming.view : undefined
  return useRecordForm<Named>({
    initial: blank,
    record: useFormRecord(view, viewQuery(view?.id ?? ''), namedOf),
    required: ['label'],
    onSubmit: async (values, version) => {
      if (view) await update.mutateAsync({ view: { id: view.id, version }, body: values })
      else {
        const content = 'content' in naming ? naming.content : {}
        const made = await create.mutateAsync({ entity, ...content, ...values } as SavedViewDraft)
        onMade(made.id)
      }
      toast(t(($) => $.action.saved))
      onClose()
    },
  })
}

export default function ViewDialog(props: Props) {
  const { naming, onClose } = props
  const { t } = useTranslation()
  const form = useViewForm(props)
  const view = 'view' in naming ? naming.view : undefined
  const shares = useShares(view?.shared ?? 'me')
  return (
    <Modal opened onClose={onClose} title={t(($) => (view ? $.view.rename : $.view.create))} size={440} centered>
      <Form of={form} submit={t(($) => $.action.save)} onCancel={onClose}>
        <TextField name="label" label={fields.label.label} maxLength={LABEL} required startHere />
        <SegmentedField name="shared" label={fields.shared.label} options={shares} />
        <CheckboxField name="isDefault" label={t(($) => $.view.openFirst)} />
      </Form>
    </Modal>
  )
}
