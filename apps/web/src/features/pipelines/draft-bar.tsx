/** The draft in a sentence – what publishing does, or what keeps it from being published – and the ways on. */
import { IconCheck } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Button } from '../../ui/button.tsx'
import { ask } from '../../ui/confirm.tsx'
import { Icon } from '../../ui/icon.tsx'
import { toast } from '../../ui/toast.tsx'
import { useConsole } from './console.ts'
import { DraftSentence } from './draft-sentence.tsx'
import { useDiscardDraft, usePublish } from './pipelines.queries.ts'
import styles from './draft-bar.module.css'

const ChangesPanel = lazy(() => import('./changes-panel.tsx'))

function Discard() {
  const { t } = useTranslation('pipelines')
  const problemText = useProblemText()
  const { draft, edit, pipeline, takeTheirs, choose } = useConsole()
  const discard = useDiscardDraft()
  const run = async () => {
    const before = draft
    takeTheirs()
    choose(null)
    try {
      if (pipeline.draft) await discard.mutateAsync(pipeline)
      toast(
        t(($) => $.discarded),
        { action: { label: t(($) => $.bringBack), run: () => edit(before) } },
      )
    } catch (error) {
      edit(before)
      toast(problemText(error), { tone: 'problem' })
    }
  }
  return (
    <Button tone="quiet" busy={discard.isPending} onClick={() => void run()}>
      {t(($) => $.discard)}
    </Button>
  )
}

function Publish() {
  const { t } = useTranslation('pipelines')
  const problemText = useProblemText()
  const { pipeline, save, saving, faults, choose, draft, conflict, seen, refusal } = useConsole()
  const publish = usePublish()
  const version = pipeline.publishedVersion + 1
  const faulty = faults.size > 0
  const run = async () => {
    if (faulty) return showFault()
    const reason = await ask({
      title: t(($) => $.publishTitle, { version }),
      text: t(($) => $.publishText),
      confirm: t(($) => $.publish, { version }),
      reason: { label: t(($) => $.reason) },
      act: async (words) => publish.run(await save(), words),
    })
    if (reason !== null) toast(t(($) => $.publishedNow, { version }))
  }
  const showFault = () => {
    const at = [...faults.keys()].map((path) => /^draft\.stages\.(\d+)/.exec(path)?.[1]).find(Boolean)
    const stage = draft.stages[Number(at)]
    if (stage) choose(stage.id)
    toast([...faults.values()][0] ?? problemText(refusal), { tone: 'problem' })
  }
  return (
    <Button
      tone="primary"
      busy={publish.isPending || saving.isPending}
      disabled={conflict || !seen}
      onClick={() => void run()}
    >
      {t(($) => $.publish, { version })}
    </Button>
  )
}

function Saved() {
  const { t } = useTranslation('pipelines')
  const { unsaved, saving, faults } = useConsole()
  if (unsaved || saving.isPending) {
    return faults.size > 0 ? null : <span className={styles.saved}>{t(($) => $.saving)}</span>
  }
  return (
    <span className={styles.saved}>
      <Icon of={IconCheck} size={14} />
      {t(($) => $.saved)}
    </span>
  )
}

export function DraftBar() {
  const { t } = useTranslation('pipelines')
  const { pipeline, unsaved, seen } = useConsole()
  const [reviewed, review] = useState(false)
  const changes = seen?.preview.changes ?? []
  if ((!pipeline.draft && !unsaved) || pipeline.archivedAt) return null
  const version = pipeline.publishedVersion + 1
  return (
    <div className={styles.bar} role="region" aria-label={t(($) => $.unpublished)}>
      <span className={styles.version}>{t(($) => $.draftOf, { version })}</span>
      <DraftSentence />
      <Saved />
      <div className={styles.buttons}>
        <Discard />
        <Button disabled={changes.length === 0} onClick={() => review(true)}>
          {t(($) => $.review, { count: changes.length })}
        </Button>
        <Publish />
      </div>
      <Suspense>{reviewed && <ChangesPanel changes={changes} onClose={() => review(false)} />}</Suspense>
    </div>
  )
}
