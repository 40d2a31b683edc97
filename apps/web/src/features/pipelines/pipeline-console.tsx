/** One pipeline: the board after publishing, the stages, the one being edited, and what becomes of the draft. */
import { lazy, Suspense, useState } from 'react'
import { useIsPhone } from '../../lib/use-is-phone.ts'
import { Split } from '../../ui/split.tsx'
import { BoardPreview } from './board-preview.tsx'
import { ConsoleContext } from './console.ts'
import { DraftBar } from './draft-bar.tsx'
import { StaleNotice } from './stale-notice.tsx'
import { RemovedStages } from './removed-stages.tsx'
import { StageEditor } from './stage-editor.tsx'
import { StageList } from './stage-list.tsx'
import type { Pipeline } from './pipelines.queries.ts'
import { isSame, keyOf } from './stable-keys.ts'
import { useDraft } from './use-draft.ts'

const VersionsPanel = lazy(() => import('./versions-panel.tsx'))

type Props = { pipeline: Pipeline; history: boolean; onHistory: (shown: boolean) => void }

export function PipelineConsole({ pipeline, history, onHistory }: Props) {
  const phone = useIsPhone()
  const state = useDraft(pipeline)
  const [chosen, choose] = useState<string | null>(null)
  const { stages } = state.draft
  // Beside the list there is always one to look at; a phone shows the list first.
  const stage = stages.find(({ id }) => chosen !== null && isSame(id, chosen)) ?? (phone ? undefined : stages[0])
  const list = (
    <>
      <StageList />
      <RemovedStages />
    </>
  )
  return (
    <ConsoleContext value={{ ...state, pipeline, chosen: stage?.id ?? null, choose }}>
      <StaleNotice />
      {!(phone && stage) && <BoardPreview />}
      <Split
        width={588}
        onBack={() => choose(null)}
        list={list}
        detail={stage ? <StageEditor key={keyOf(stage.id)} stage={stage} /> : null}
      />
      <DraftBar />
      <Suspense>{history && <VersionsPanel onClose={() => onHistory(false)} />}</Suspense>
    </ConsoleContext>
  )
}
