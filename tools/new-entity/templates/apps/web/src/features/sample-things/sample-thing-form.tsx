/** Creates or changes a sample thing; archiving is offered here, because it is rare. */
import { sampleThingFields } from '@rapport/domain/features/sample-things/sample-things.fields.ts'
import { sampleThingDraft, sampleThingPatch } from '@rapport/domain/features/sample-things/sample-things.ts'
import { useTranslation } from 'react-i18next'
import type { BodyOf } from '../../lib/call.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form/form.tsx'
import { useFormRecord } from '../../ui/form/form-record.ts'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { RecordPanel } from '../../ui/record-panel.tsx'
import { LongTextField, TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useUndoToast } from '../../ui/use-undo-toast.ts'
import {
  sampleThingQuery,
  useArchiveSampleThing,
  useCreateSampleThing,
  useUpdateSampleThing,
  type SampleThing,
} from './sample-things.queries.ts'

type Props = { sampleThing: SampleThing | undefined; onClose: () => void }

const blank = { name: '', note: '' }

// Inputs have no null.
const valuesOf = ({ name, note }: SampleThing): typeof blank => ({ name, note: note ?? '' })

function useSampleThingForm({ sampleThing, onClose }: Props) {
  const { t } = useTranslation('common')
  const create = useCreateSampleThing()
  const update = useUpdateSampleThing()
  const record = useFormRecord(sampleThing, sampleThingQuery(sampleThing?.id ?? ''), valuesOf)
  return useRecordForm({
    initial: blank,
    record,
    schema: sampleThing ? sampleThingPatch : sampleThingDraft,
    draftKey: `sample-things.${sampleThing?.id ?? 'new'}`,
    onSubmit: async (values, version) => {
      const body = values as BodyOf<'PATCH /sample-things/:id'>
      if (sampleThing) await update.mutateAsync({ sampleThing: { id: sampleThing.id, version }, body })
      else await create.mutateAsync(values as BodyOf<'POST /sample-things'>)
      toast(t(($) => $.action.saved))
      onClose()
    },
  })
}

function Archive({ sampleThing, onClose }: { sampleThing: SampleThing; onClose: () => void }) {
  const { t } = useTranslation('sample-things')
  const archive = useArchiveSampleThing()
  const wordsOf = useProblemText()
  const undoable = useUndoToast()
  const isArchived = sampleThing.archivedAt !== null
  const say = (error: unknown) => toast(wordsOf(error), { tone: 'problem' })
  const act = async () => {
    const changed = await archive.mutateAsync({ sampleThing, archive: !isArchived })
    onClose()
    undoable(
      t(($) => (isArchived ? $.unarchivedNow : $.archivedNow), { name: sampleThing.name }),
      () => archive.mutateAsync({ sampleThing: changed, archive: isArchived }),
    )
  }
  return (
    <Button tone="quiet" busy={archive.isPending} onClick={() => void act().catch(say)}>
      {t(($) => (isArchived ? $.unarchive : $.archive))}
    </Button>
  )
}

function SampleThingForm(props: Props) {
  const { sampleThing, onClose } = props
  const { t } = useTranslation('common')
  const form = useSampleThingForm(props)
  const isChangeable = sampleThing?.can.archive || sampleThing?.archivedAt
  return (
    <Form
      of={form}
      inPanel
      submit={t(($) => (sampleThing ? $.action.save : $.action.create))}
      onCancel={onClose}
      more={isChangeable ? <Archive sampleThing={sampleThing} onClose={onClose} /> : undefined}
    >
      <TextField name="name" label={sampleThingFields.name.label} required startHere />
      <LongTextField name="note" label={sampleThingFields.note.label} />
    </Form>
  )
}

type PanelProps = { id: string; known: SampleThing | undefined; onClose: () => void }

export default function SampleThingPanel({ id, known, onClose }: PanelProps) {
  const { t } = useTranslation('sample-things')
  const titleOf = (sampleThing?: SampleThing) => t(($) => (sampleThing ? $.edit : $.create))
  return (
    <RecordPanel id={id} query={sampleThingQuery(id)} known={known} titleOf={titleOf} onClose={onClose}>
      {(sampleThing) => <SampleThingForm sampleThing={sampleThing} onClose={onClose} />}
    </RecordPanel>
  )
}
