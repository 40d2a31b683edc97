/** Creates or changes a source; archiving is offered here, because it is rare. */
import { costModels, sourceFields, sourceKinds } from '@rapport/domain/features/sources/sources.fields.ts'
import { sourceDraft, sourcePatch } from '@rapport/domain/features/sources/sources.ts'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/session.ts'
import type { BodyOf } from '../../lib/call.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Button } from '../../ui/button.tsx'
import { FieldRow, Form } from '../../ui/form/form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { LabelField } from '../../ui/label-field.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast, useUndoToast } from '../../ui/toast.tsx'
import { useArchiveSource, useCreateSource, useUpdateSource, type Source } from './sources.queries.ts'

type Props = { source: Source | undefined; onClose: () => void }

const blank = { code: '', label: { zh: '', en: '' }, kind: '', costModel: 'none', unitCost: '' }

function useSourceForm({ source, onClose }: Props) {
  const { t } = useTranslation('common')
  const create = useCreateSource()
  const update = useUpdateSource()
  return useRecordForm({
    initial: source ? { ...blank, ...source, unitCost: source.unitCost ?? '' } : blank,
    schema: source ? sourcePatch : sourceDraft,
    onlyChanges: source !== undefined,
    draftKey: `sources.${source?.id ?? 'new'}`,
    onSubmit: async (values) => {
      if (source) await update.mutateAsync({ source, body: values as BodyOf<'PATCH /sources/:id'> })
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
  const undoable = useUndoToast()
  const isArchived = source.archivedAt !== null
  const act = async () => {
    const changed = await archive.mutateAsync({ source, archive: !isArchived })
    onClose()
    const name = textOf(source.label)
    undoable(
      t(($) => (isArchived ? $.unarchivedNow : $.archivedNow), { name }),
      () => archive.mutate({ source: changed, archive: isArchived }),
    )
  }
  return (
    <Button tone="quiet" busy={archive.isPending} onClick={() => void act()}>
      {t(($) => (isArchived ? $.unarchive : $.archive))}
    </Button>
  )
}

export default function SourcePanel(props: Props) {
  const { source, onClose } = props
  const { t } = useTranslation('sources')
  const { t: common } = useTranslation('common')
  const { organisation } = useMe()
  const form = useSourceForm(props)
  return (
    <Panel opened onClose={onClose} title={t(($) => (source ? $.edit : $.create))}>
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
    </Panel>
  )
}
