/** Creates or changes a competitor; archiving is offered here, because it is rare. */
import { competitorFields as fields } from '@rapport/domain/features/competitors/competitors.fields.ts'
import { competitorDraft, competitorPatch } from '@rapport/domain/features/competitors/competitors.ts'
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
  competitorQuery,
  useArchiveCompetitor,
  useCreateCompetitor,
  useUpdateCompetitor,
  type Competitor,
} from './competitors.queries.ts'

type Props = { competitor: Competitor | undefined; onClose: () => void }

const blank = { name: '', website: '', strengths: '', weaknesses: '' }

// Inputs have no null.
const valuesOf = ({ name, website, strengths, weaknesses }: Competitor) => ({
  name,
  website: website ?? '',
  strengths: strengths ?? '',
  weaknesses: weaknesses ?? '',
})

function useCompetitorForm({ competitor, onClose }: Props) {
  const { t } = useTranslation('common')
  const create = useCreateCompetitor()
  const update = useUpdateCompetitor()
  const record = useFormRecord(competitor, competitorQuery(competitor?.id ?? ''), valuesOf)
  return useRecordForm({
    initial: blank,
    record,
    schema: competitor ? competitorPatch : competitorDraft,
    draftKey: `competitors.${competitor?.id ?? 'new'}`,
    onSubmit: async (values, version) => {
      const body = values as BodyOf<'PATCH /competitors/:id'>
      if (competitor) await update.mutateAsync({ competitor: { id: competitor.id, version }, body })
      else await create.mutateAsync(values as BodyOf<'POST /competitors'>)
      toast(t(($) => $.action.saved))
      onClose()
    },
  })
}

function Archive({ competitor, onClose }: { competitor: Competitor; onClose: () => void }) {
  const { t } = useTranslation('competitors')
  const archive = useArchiveCompetitor()
  const wordsOf = useProblemText()
  const undoable = useUndoToast()
  const isArchived = competitor.archivedAt !== null
  const say = (error: unknown) => toast(wordsOf(error), { tone: 'problem' })
  const act = async () => {
    const changed = await archive.mutateAsync({ competitor, archive: !isArchived })
    onClose()
    const { name } = competitor
    undoable(
      t(($) => (isArchived ? $.unarchivedNow : $.archivedNow), { name }),
      () => archive.mutateAsync({ competitor: changed, archive: isArchived }),
    )
  }
  return (
    <Button tone="quiet" busy={archive.isPending} onClick={() => void act().catch(say)}>
      {t(($) => (isArchived ? $.unarchive : $.archive))}
    </Button>
  )
}

function CompetitorForm(props: Props) {
  const { competitor, onClose } = props
  const { t } = useTranslation('common')
  const form = useCompetitorForm(props)
  const isChangeable = competitor?.can.archive || competitor?.archivedAt
  return (
    <Form
      of={form}
      inPanel
      submit={t(($) => (competitor ? $.action.save : $.action.create))}
      onCancel={onClose}
      more={isChangeable ? <Archive competitor={competitor} onClose={onClose} /> : undefined}
    >
      <TextField name="name" label={fields.name.label} required startHere />
      <TextField name="website" label={fields.website.label} />
      <LongTextField name="strengths" label={fields.strengths.label} />
      <LongTextField name="weaknesses" label={fields.weaknesses.label} />
    </Form>
  )
}

type PanelProps = { id: string; known: Competitor | undefined; onClose: () => void }

export default function CompetitorPanel({ id, known, onClose }: PanelProps) {
  const { t } = useTranslation('competitors')
  const titleOf = (competitor?: Competitor) => t(($) => (competitor ? $.edit : $.create))
  return (
    <RecordPanel id={id} query={competitorQuery(id)} known={known} titleOf={titleOf} onClose={onClose}>
      {(competitor) => <CompetitorForm competitor={competitor} onClose={onClose} />}
    </RecordPanel>
  )
}
