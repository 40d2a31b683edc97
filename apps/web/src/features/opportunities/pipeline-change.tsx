/** A deal goes on in another pipeline, at a stage one chooses; what that stage asks for is asked here as in any move. */
import { Select } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import { Form } from '../../ui/form/form.tsx'
import { useFieldValue } from '../../ui/form/use-field-value.ts'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { Panel } from '../../ui/panel.tsx'
import { LongTextField } from '../../ui/text-field.tsx'
import { Pending } from '../../ui/pending.tsx'
import { askOverride } from './deal-dialogs.ts'
import {
  changePipeline,
  pipelineQuery,
  pipelinesQuery,
  type Opportunity,
  type Pipeline,
} from './opportunities.queries.ts'
import { unmetOf } from './unmet.ts'
import { useMoveUndo } from './use-move-undo.ts'

type Props = { deal: Opportunity; onClose: () => void }
type Sent = { pipelineId: string; stageId: string; reason: string }

/** Sends it; where criteria are not met, asks whether a reason shall stand in for them, and sends it with that. */
async function send(deal: Opportunity, body: Sent, target: NonNullable<Pipeline['stages']>[number] | undefined) {
  try {
    return await changePipeline(deal, body)
  } catch (error) {
    const unmet = unmetOf(error)
    if (!unmet || !target) throw error
    const act = (reason: string) => changePipeline(deal, { ...body, override: { reason } })
    const moved = await askOverride({ deal, target, unmet }, act)
    if (!moved) throw error
    return moved
  }
}

type Choices = { data: { value: string; label: string }[] }

/** The pipeline, and where in it; the stages come with the pipeline chosen. */
function Target({ data }: Choices) {
  const { t } = useTranslation('opportunities')
  const textOf = useLabel()
  const pipeline = useFieldValue<string>({ name: 'pipelineId', label: t(($) => $.change.pipeline), required: true })
  const stage = useFieldValue<string>({ name: 'stageId', label: t(($) => $.change.stage), required: true })
  const { data: chosen } = useQuery(pipelineQuery(pipeline.value))
  const open = chosen?.stages?.filter(({ phase }) => phase === 'open' || phase === 'commit') ?? []
  const choose = (id: string | null) => {
    if (id === null || id === pipeline.value) return
    pipeline.set(id)
    stage.set('')
  }
  return (
    <>
      <Select {...pipeline.input} data={data} value={pipeline.value || null} onChange={choose} allowDeselect={false} />
      <Select
        {...stage.input}
        data={open.map(({ id, label }) => ({ value: id, label: textOf(label) }))}
        value={stage.value || null}
        onChange={(id) => stage.set(id ?? '')}
        allowDeselect={false}
        disabled={pipeline.value === ''}
      />
    </>
  )
}

function useChangeForm({ deal, onClose }: Props, nameOf: (pipelineId: string) => string) {
  const { t } = useTranslation('opportunities')
  const client = useQueryClient()
  const undoable = useMoveUndo()
  return useRecordForm<Sent>({
    initial: { pipelineId: '', stageId: '', reason: '' },
    required: ['pipelineId', 'stageId', 'reason'],
    draftKey: `opportunities.${deal.id}.pipeline`,
    onSubmit: async (values) => {
      const body = values as Sent
      const { stages = [] } = await client.fetchQuery(pipelineQuery(body.pipelineId))
      const target = stages.find(({ id }) => id === body.stageId)
      const moved = await send(deal, body, target)
      undoable(
        moved,
        t(($) => $.change.done, { name: deal.name, pipeline: nameOf(body.pipelineId) }),
      )
      onClose()
      await client.invalidateQueries({ queryKey: ['opportunities'] })
    },
  })
}

function ChangeForm({ deal, onClose, pipelines }: Props & { pipelines: Pipeline[] }) {
  const { t } = useTranslation('opportunities')
  const textOf = useLabel()
  const data = pipelines
    .filter(({ id, publishedVersion }) => id !== deal.pipelineId && publishedVersion > 0)
    .map(({ id, label }) => ({ value: id, label: textOf(label) }))
  const form = useChangeForm({ deal, onClose }, (id) => data.find(({ value }) => value === id)?.label ?? '')
  return (
    <Form of={form} inPanel submit={t(($) => $.change.confirm)} onCancel={onClose} hold={data.length === 0}>
      {data.length === 0 ? (
        <p>{t(($) => $.change.none)}</p>
      ) : (
        <>
          <Target data={data} />
          <LongTextField name="reason" label={t(($) => $.change.reason)} required />
        </>
      )}
    </Form>
  )
}

export default function PipelineChange(props: Props) {
  const { t } = useTranslation('opportunities')
  const query = useQuery(pipelinesQuery)
  return (
    <Panel opened onClose={props.onClose} title={t(($) => $.change.title, { name: props.deal.name })}>
      <Pending of={query} />
      {query.data && <ChangeForm {...props} pipelines={query.data.items} />}
    </Panel>
  )
}
