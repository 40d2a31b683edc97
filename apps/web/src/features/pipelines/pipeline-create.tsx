/** A new pipeline begins with stages that work, as a draft: the usual six, or those of another pipeline. */
import { completeDraft, idsNeeded } from '@rapport/domain/features/pipelines/complete-draft.ts'
import { defaultStages } from '@rapport/domain/features/pipelines/default-pipeline.ts'
import { pipelineFields } from '@rapport/domain/features/pipelines/pipelines.fields.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLabel, type Label } from '../../lib/use-language.ts'
import { Form } from '../../ui/form/form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { LabelField } from '../../ui/label-field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { lookupField } from './criterion-fields.ts'
import { bodyOf, newId } from './draft.ts'
import { freshStages } from './draft-parts.ts'
import { pipelineQuery, useCreatePipeline, type PipelineRow, type Stage } from './pipelines.queries.ts'

type Props = { pipelines: PipelineRow[]; onClose: () => void; onMade: (id: string) => void }

const usual = (): Stage[] => {
  const draft = { stages: [...defaultStages], mapping: {} }
  const ids = Array.from({ length: idsNeeded(draft) }, newId)
  return completeDraft(draft, ids, lookupField).stages as Stage[]
}

export default function PipelineCreate({ pipelines, onClose, onMade }: Props) {
  const { t } = useTranslation('pipelines')
  const { t: common } = useTranslation('common')
  const textOf = useLabel()
  const client = useQueryClient()
  const create = useCreatePipeline()
  const form = useRecordForm({
    initial: { label: { zh: '', en: '' }, from: '' },
    draftKey: 'pipelines.new',
    onSubmit: async ({ label, from }) => {
      const model = from ? await client.fetchQuery(pipelineQuery(from)) : null
      const stages = model ? freshStages(model.stages ?? []) : usual()
      const body = {
        label: label as Label,
        ...(model && { currency: model.currency, winNeedsOrder: model.winNeedsOrder }),
      }
      const made = await create.mutateAsync({ body, draft: bodyOf({ stages, mapping: {} }) })
      onMade(made.id)
    },
  })
  const models = pipelines.filter(({ publishedVersion }) => publishedVersion > 0)
  return (
    <Panel opened onClose={onClose} title={t(($) => $.create)}>
      <Form of={form} inPanel submit={common(($) => $.action.create)} onCancel={onClose}>
        <LabelField name="label" label={pipelineFields.label.label} required startHere />
        <SelectField
          name="from"
          label={t(($) => $.copyFrom)}
          help={t(($) => $.copyHelp)}
          placeholder={t(($) => $.usualStages)}
          options={models.map(({ id, label }) => ({ value: id, label: textOf(label) }))}
          clearable
        />
      </Form>
    </Panel>
  )
}
