/** What is true of a pipeline as a whole: its name, currency, who uses it, whether it is offered first, whether it is retired. */
import { pipelineFields } from '@rapport/domain/features/pipelines/pipelines.fields.ts'
import { pipelinePatch } from '@rapport/domain/features/pipelines/pipelines.ts'
import { useTranslation } from 'react-i18next'
import type { BodyOf } from '../../lib/call.ts'
import { useLabel } from '../../lib/use-language.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Button } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { CurrencyField } from '../../ui/currency-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { useFormRecord } from '../../ui/form/form-record.ts'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { LabelField } from '../../ui/label-field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefsField } from '../../ui/refs-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useUndoToast } from '../../ui/use-undo-toast.ts'
import { pipelineQuery, useArchivePipeline, useUpdatePipeline, type Pipeline } from './pipelines.queries.ts'

type Props = { pipeline: Pipeline; onClose: () => void }

function Archive({ pipeline, onClose }: Props) {
  const { t } = useTranslation('pipelines')
  const name = useLabel()(pipeline.label)
  const problemText = useProblemText()
  const archive = useArchivePipeline()
  const undoable = useUndoToast()
  const isArchived = pipeline.archivedAt !== null
  const turn = () =>
    archive.mutate(
      { of: pipeline, archive: !isArchived },
      {
        onError: (error) => toast(problemText(error), { tone: 'problem' }),
        onSuccess: (changed) => {
          onClose()
          undoable(
            t(($) => (isArchived ? $.unarchivedNow : $.archivedNow), { name }),
            () => archive.mutateAsync({ of: changed, archive: isArchived }),
          )
        },
      },
    )
  return (
    <Button tone="quiet" busy={archive.isPending} onClick={turn}>
      {t(($) => (isArchived ? $.unarchive : $.archive))}
    </Button>
  )
}

const valuesOf = ({ label, currency, teamIds, winNeedsOrder, isDefault }: Pipeline) => ({
  label,
  currency,
  teamIds,
  winNeedsOrder,
  isDefault,
})

function useEditForm({ pipeline, onClose }: Props) {
  const { t: common } = useTranslation('common')
  const update = useUpdatePipeline()
  return useRecordForm({
    initial: valuesOf(pipeline),
    record: useFormRecord(pipeline, pipelineQuery(pipeline.id), valuesOf),
    schema: pipelinePatch,
    draftKey: `pipelines.${pipeline.id}`,
    onSubmit: async (values, version) => {
      await update.mutateAsync({ of: { id: pipeline.id, version }, body: values as BodyOf<'PATCH /pipelines/:id'> })
      toast(common(($) => $.action.saved))
      onClose()
    },
  })
}

export default function PipelineEdit({ pipeline, onClose }: Props) {
  const { t } = useTranslation('pipelines')
  const { t: common } = useTranslation('common')
  const form = useEditForm({ pipeline, onClose })
  const fields = pipelineFields
  const never = pipeline.publishedVersion === 0
  return (
    <Panel opened onClose={onClose} title={t(($) => $.settings)}>
      <Form
        of={form}
        inPanel
        submit={common(($) => $.action.save)}
        onCancel={onClose}
        more={<Archive pipeline={pipeline} onClose={onClose} />}
      >
        <LabelField name="label" label={fields.label.label} required startHere />
        <CurrencyField name="currency" label={fields.currency.label} />
        <RefsField name="teamIds" to="teams" label={fields.teamIds.label} placeholder={t(($) => $.everybody)} />
        <CheckboxField name="winNeedsOrder" label={fields.winNeedsOrder.label} />
        <CheckboxField
          name="isDefault"
          label={t(($) => $.isDefault)}
          help={never ? t(($) => $.defaultNeedsStages) : undefined}
          disabled={never || pipeline.isDefault || pipeline.archivedAt !== null}
        />
      </Form>
    </Panel>
  )
}
