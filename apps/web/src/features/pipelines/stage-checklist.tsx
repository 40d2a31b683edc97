/** What is usually done in a stage, with the day it is due: proposed, never demanded. */
import { IconPlus, IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage, type Label } from '../../lib/use-language.ts'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { NumberToken } from '../../ui/number-token.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import type { Stage } from './pipelines.queries.ts'
import criteria from './stage-criteria.module.css'
import { useStage } from './use-stage.ts'
import styles from './stage-editor.module.css'

type Task = Stage['checklist'][number]

/** Written in one language; the other follows until it has words of its own. */
function reworded(before: Label, language: 'zh' | 'en', text: string): Label {
  const other = language === 'zh' ? 'en' : 'zh'
  const follows = before[other] === before[language] || before[other] === ''
  return { ...before, [language]: text, ...(follows && { [other]: text }) }
}

function Due({ day, onChange }: { day: number | null; onChange: (day: number | null) => void }) {
  const { t } = useTranslation('pipelines')
  const input = <NumberToken label={t(($) => $.dueDay)} value={day} max={365} onChange={onChange} />
  return (
    <span className={styles.due}>
      <Sentence text={t(($) => $.sentence.day)} parts={{ day: input }} />
    </span>
  )
}

function Row({ task, at, stage }: { task: Task; at: number; stage: Stage }) {
  const { t } = useTranslation('pipelines')
  const { t: common } = useTranslation('common')
  const language = useLanguage()
  const { change, faultOf } = useStage(stage)
  const words = useRef<HTMLInputElement>(null)
  const isBlank = useRef(task.text.zh === '' && task.text.en === '')
  useEffect(() => {
    if (isBlank.current) words.current?.focus()
  }, [])
  const set = (part: Partial<Task>) => change({ checklist: stage.checklist.with(at, { ...task, ...part }) })
  const fault = faultOf(`checklist.${at}`)
  return (
    <li className={styles.task}>
      <input
        aria-label={t(($) => $.task)}
        aria-invalid={fault !== undefined}
        className={styles.words}
        value={task.text[language]}
        maxLength={200}
        ref={words}
        placeholder={t(($) => $.taskHint)}
        onChange={(event) => set({ text: reworded(task.text, language, event.currentTarget.value) })}
      />
      <Due day={task.day} onChange={(day) => set({ day })} />
      <IconButton
        small
        icon={IconX}
        label={common(($) => $.action.remove)}
        onClick={() => change({ checklist: stage.checklist.toSpliced(at, 1) })}
      />
      {fault && (
        <p className={criteria.fault} role="alert">
          {fault}
        </p>
      )}
    </li>
  )
}

export function StageChecklist({ stage }: { stage: Stage }) {
  const { t } = useTranslation('pipelines')
  const { change } = useStage(stage)
  const add = () => change({ checklist: [...stage.checklist, { text: { zh: '', en: '' }, day: null }] })
  return (
    <section className={criteria.criteria} aria-label={t(($) => $.checklist)}>
      <div className={criteria.head}>
        <h3>{t(($) => $.checklist)}</h3>
        <span>{t(($) => $.checklistNote)}</span>
      </div>
      <ul>
        {stage.checklist.map((task, at) => (
          <Row key={at} task={task} at={at} stage={stage} />
        ))}
      </ul>
      <button type="button" className={criteria.add} onClick={add}>
        <Icon of={IconPlus} size={14} />
        {t(($) => $.addTask)}
      </button>
    </section>
  )
}
