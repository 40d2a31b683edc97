/** Creates or changes a sample thing; archiving is offered here, because it is rare. */
import { sampleThingFields } from '@rapport/domain/features/sample-things/sample-things.fields.ts'
import { sampleThingDraft, sampleThingPatch } from '@rapport/domain/features/sample-things/sample-things.ts'
import { useTranslation } from 'react-i18next'
import type { BodyOf } from '../../lib/call.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form/form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { Panel } from '../../ui/panel.tsx'
import { LongTextField, TextField } from '../../ui/text-field.tsx'
import { toast, useUndoToast } from '../../ui/toast.tsx'
import {
  useArchiveSampleThing,
  useCreateSampleThing,
  useUpdateSampleThing,
  type SampleThing,
} from './sample-things.queries.ts'

type Props = { sampleThing: SampleThing | undefined; onClose: () => void }

const blank = { name: '', note: '' }

function useSampleThingForm({ sampleThing, onClose }: Props) {
  const { t } = useTranslation('common')
  const create = useCreateSampleThing()
  const update = useUpdateSampleThing()
  return useRecordForm({
    initial: sampleThing ? { ...blank, ...sampleThing, note: sampleThing.note ?? '' } : blank,
    schema: sampleThing ? sampleThingPatch : sampleThingDraft,
    onlyChanges: sampleThing !== undefined,
    draftKey: `sample-things.${sampleThing?.id ?? 'new'}`,
    onSubmit: async (values) => {
      if (sampleThing) await update.mutateAsync({ sampleThing, body: values as BodyOf<'PATCH /sample-things/:id'> })
      else await create.mutateAsync(values as BodyOf<'POST /sample-things'>)
      toast(t(($) => $.action.saved))
      onClose()
    },
  })
}

function Archive({ sampleThing, onClose }: { sampleThing: SampleThing; onClose: () => void }) {
  const { t } = useTranslation('sample-things')
  const archive = useArchiveSampleThing()
  const undoable = useUndoToast()
  const isArchived = sampleThing.archivedAt !== null
  const act = async () => {
    const changed = await archive.mutateAsync({ sampleThing, archive: !isArchived })
    onClose()
    undoable(
      t(($) => (isArchived ? $.unarchivedNow : $.archivedNow), { name: sampleThing.name }),
      () => archive.mutate({ sampleThing: changed, archive: isArchived }),
    )
  }
  return (
    <Button tone="quiet" busy={archive.isPending} onClick={() => void act()}>
      {t(($) => (isArchived ? $.unarchive : $.archive))}
    </Button>
  )
}

export default function SampleThingPanel(props: Props) {
  const { sampleThing, onClose } = props
  const { t } = useTranslation('sample-things')
  const { t: common } = useTranslation('common')
  const form = useSampleThingForm(props)
  const isChangeable = sampleThing?.can.archive || sampleThing?.archivedAt
  return (
    <Panel opened onClose={onClose} title={t(($) => (sampleThing ? $.edit : $.create))}>
      <Form
        of={form}
        inPanel
        submit={common(($) => (sampleThing ? $.action.save : $.action.create))}
        onCancel={onClose}
        more={isChangeable ? <Archive sampleThing={sampleThing} onClose={onClose} /> : undefined}
      >
        <TextField name="name" label={sampleThingFields.name.label} required startHere />
        <LongTextField name="note" label={sampleThingFields.note.label} />
      </Form>
    </Panel>
  )
}
