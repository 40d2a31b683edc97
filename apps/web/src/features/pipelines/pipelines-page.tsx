/** The console of pipelines: which stages a deal goes through, what each demands, and what a change would do. */
import { useQuery } from '@tanstack/react-query'
import { IconHistory, IconPlus, IconSettings } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NEW, useEdited } from '../../lib/use-edited.ts'
import { useIsPhone } from '../../lib/use-is-phone.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { IconType } from '../../ui/icon.tsx'
import { FullPage } from '../../ui/page.tsx'
import { Pending } from '../../ui/pending.tsx'
import { PipelineConsole } from './pipeline-console.tsx'
import { PipelinePicker, PublishedNote } from './pipeline-picker.tsx'
import { allPipelines, pipelineQuery, type Pipeline, type PipelineRow } from './pipelines.queries.ts'

const PipelineCreate = lazy(() => import('./pipeline-create.tsx'))
const PipelineEdit = lazy(() => import('./pipeline-edit.tsx'))

function HeadButton({ icon, label, onClick, tone = 'quiet' }: ButtonProps) {
  if (useIsPhone()) return <IconButton icon={icon} label={label} onClick={onClick} />
  return (
    <Button tone={tone} icon={icon} onClick={onClick}>
      {label}
    </Button>
  )
}
type ButtonProps = { icon: IconType; label: string; onClick: () => void; tone?: 'quiet' | 'plain' }

function Summary({ pipelines, pipeline, onChoose }: Whole) {
  return (
    <>
      <PipelinePicker pipelines={pipelines} chosen={pipeline} onChoose={onChoose} />
      <PublishedNote pipeline={pipeline} />
    </>
  )
}

/** One pipeline, and what can be done with it as a whole. */
function One(props: Whole) {
  const { pipeline, onChoose } = props
  const { t } = useTranslation('pipelines')
  const [history, showHistory] = useState(false)
  const [settings, showSettings] = useState(false)
  const actions = (
    <>
      <HeadButton icon={IconSettings} label={t(($) => $.settings)} onClick={() => showSettings(true)} />
      <HeadButton icon={IconHistory} label={t(($) => $.history)} onClick={() => showHistory(true)} />
      <HeadButton icon={IconPlus} label={t(($) => $.create)} onClick={() => onChoose(NEW)} tone="plain" />
    </>
  )
  return (
    <>
      <PageHead title={t(($) => $.title)} summary={<Summary {...props} />} actions={actions} />
      <PipelineConsole key={pipeline.id} pipeline={pipeline} history={history} onHistory={showHistory} />
      <Suspense>{settings && <PipelineEdit pipeline={pipeline} onClose={() => showSettings(false)} />}</Suspense>
    </>
  )
}
type Whole = { pipelines: PipelineRow[]; pipeline: Pipeline; onChoose: (id: string) => void }

function None({ onCreate }: { onCreate: (() => void) | undefined }) {
  const { t } = useTranslation('pipelines')
  const create = onCreate && <HeadButton icon={IconPlus} label={t(($) => $.create)} onClick={onCreate} tone="plain" />
  return <PageHead title={t(($) => $.title)} actions={create} />
}

export default function PipelinesPage() {
  const all = useQuery(allPipelines)
  const { data } = all
  const { edited, edit, close } = useEdited()
  const [last, setLast] = useState<string | null>(null)
  const pipelines = data?.items ?? []
  const wanted = edited === NEW ? last : edited
  const row = pipelines.find(({ id }) => id === wanted) ?? pipelines.find(({ isDefault }) => isDefault) ?? pipelines[0]
  const one = useQuery({ ...pipelineQuery(row?.id ?? ''), enabled: row !== undefined })
  const pipeline = one.data
  const choose = (id: string) => {
    if (id !== NEW) setLast(id)
    edit(id)
  }
  return (
    <FullPage>
      {row && pipeline ? (
        <One pipelines={pipelines} pipeline={pipeline} onChoose={choose} />
      ) : (
        <None onCreate={data && !row ? () => choose(NEW) : undefined} />
      )}
      <Pending of={all} />
      {row && <Pending of={one} />}
      <Suspense>
        {edited === NEW && data && (
          <PipelineCreate pipelines={pipelines} onClose={last ? () => edit(last) : close} onMade={choose} />
        )}
      </Suspense>
    </FullPage>
  )
}
