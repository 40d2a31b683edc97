/** Creates or changes a source; archiving is offered here, because it is rare. */
import { costModels, sourceFields, sourceKinds } from '@rapport/domain/features/sources/sources.fields.ts'
import { sourceDraft, sourcePatch } from '@rapport/domain/features/sources/sources.ts'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/session.ts'
import type { BodyOf } from '../../lib/call.ts'
import { useLabel } from '../../lib/use-language.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Button } from '../../ui/button.tsx'
import { FieldRow, Form } from '../../ui/form/form.tsx'
import { useFormRecord } from '../../ui/form/form-record.ts'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { LabelField } from '../../ui/label-field.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { RecordPanel } from '../../ui/record-panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useUndoToast } from '../../ui/use-undo-toast.ts'
import { sourceQuery, useArchiveSource, useCreateSource, useUpdateSource, type Source } from './sources.queries.ts'

type Props = { source: Source | undefined; onClose: () => void }

const blank = { code: '', label: { zh: '', en: '' }, kind: '', costModel: 'none', unitCost: '' }

const valuesOf = ({ code, label, kind, costModel, unitCost }: Source): typeof blank => ({
  code,
  label,
  kind,
  costModel,
  unitCost: unitCost ?? '',
})

function useSourceForm({ source, onClose }: Props) {
  const { t } = useTranslation('common')
  const create = useCreateSource()
  const update = useUpdateSource()
  const record = useFormRecord(source, sourceQuery(source?.id ?? ''), valuesOf)
  return useRecordForm({
    initial: blank,
    record,
    schema: source ? sourcePatch : sourceDraft,
    draftKey: `sources.${source?.id ?? 'new'}`,
    onSubmit: async (values, version) => {
      const body = values as BodyOf<'PATCH /sources/:id'>
      if (source) await update.mutateAsync({ source: { id: source.id, version }, body })
      else await create.mutateAsync(values as BodyOf<'POST /sources'>)
      toast(t(($) => $.action.saved))
      onClose()
    },
  })
}

function Archive({ source, onClose }: { source: Source; onClose: () => void }) {
  const { t } = useTranslation('sources')
  const textOf = useLabel()
  const archive = useArchiveSource()
  const wordsOf = useProblemText()
  const undoable = useUndoToast()
  const isArchived = source.archivedAt !== null
  const say = (error: unknown) => toast(wordsOf(error), { tone: 'problem' })
  const act = async () => {
    const changed = await archive.mutateAsync({ source, archive: !isArchived })
    onClose()
    const name = textOf(source.label)
    undoable(
      t(($) => (isArchived ? $.unarchivedNow : $.archivedNow), { name }),
      () => archive.mutateAsync({ source: changed, archive: isArchived }),
    )
  }
  return (
    <Button tone="quiet" busy={archive.isPending} onClick={() => void act().catch(say)}>
      {t(($) => (isArchived ? $.unarchive : $.archive))}
    </Button>
  )
}

function SourceForm(props: Props) {
  const { source, onClose } = props
  const { t } = useTranslation('sources')
  const { t: common } = useTranslation('common')
  const { organisation } = useMe()
  const form = useSourceForm(props)
  return (
    <Form
      of={form}
      inPanel
      submit={common(($) => (source ? $.action.save : $.action.create))}
      onCancel={onClose}
      more={source?.can.archive || source?.archivedAt ? <Archive source={source} onClose={onClose} /> : undefined}
    >
      <LabelField name="label" label={sourceFields.label.label} required startHere />
      <TextField
        name="code"
        label={sourceFields.code.label}
        required
        disabled={source !== undefined}
        help={source ? undefined : t(($) => $.codeHelp)}
      />
      <SelectField name="kind" label={sourceFields.kind.label} options={sourceKinds} required />
      <FieldRow>
        <SelectField name="costModel" label={sourceFields.costModel.label} options={costModels} />
        <MoneyField name="unitCost" label={sourceFields.unitCost.label} currency={organisation.baseCurrency} />
      </FieldRow>
    </Form>
  )
}

type PanelProps = { id: string; known: Source | undefined; onClose: () => void }

export default function SourcePanel({ id, known, onClose }: PanelProps) {
  const { t } = useTranslation('sources')
  const titleOf = (source?: Source) => t(($) => (source ? $.edit : $.create))
  return (
    <RecordPanel id={id} query={sourceQuery(id)} known={known} titleOf={titleOf} onClose={onClose}>
      {(source) => <SourceForm source={source} onClose={onClose} />}
    </RecordPanel>
  )
}
