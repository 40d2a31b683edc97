/** A list of one’s own. */
import { dictionaryFields } from '@rapport/domain/features/dictionaries/dictionaries.fields.ts'
import { dictionaryDraft } from '@rapport/domain/features/dictionaries/dictionaries.ts'
import { useTranslation } from 'react-i18next'
import type { BodyOf } from '../../lib/call.ts'
import { Form } from '../../ui/form/form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { LabelField } from '../../ui/label-field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useCreateDictionary } from './dictionaries.queries.ts'

export default function DictionaryCreate({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }) {
  const { t } = useTranslation('dictionaries')
  const { t: common } = useTranslation('common')
  const create = useCreateDictionary()
  const form = useRecordForm({
    initial: { label: { zh: '', en: '' }, code: '' },
    schema: dictionaryDraft,
    draftKey: 'dictionaries.new',
    onSubmit: async (values) => onMade((await create.mutateAsync(values as BodyOf<'POST /dictionaries'>)).id),
  })
  return (
    <Panel opened onClose={onClose} title={t(($) => $.create)}>
      <Form of={form} inPanel submit={common(($) => $.action.create)} onCancel={onClose}>
        <LabelField name="label" label={dictionaryFields.label.label} required startHere />
        <TextField name="code" label={dictionaryFields.code.label} required help={t(($) => $.codeHelp)} />
      </Form>
    </Panel>
  )
}
