/** What a stage means, how one sees that the buyer is there, and what helps: written in one language at a time. */
import { Textarea } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../lib/use-language.ts'
import { Segmented } from '../../ui/segmented.tsx'
import type { Stage } from './pipelines.queries.ts'
import { useStage } from './use-stage.ts'
import styles from './stage-editor.module.css'

const texts = ['definition', 'buyerEvidence', 'guidance'] as const

function Text({ stage, name, language }: { stage: Stage; name: (typeof texts)[number]; language: 'zh' | 'en' }) {
  const { t } = useTranslation('pipelines')
  const { change, faultOf } = useStage(stage)
  const id = useId()
  return (
    <>
      <label htmlFor={id}>{t(($) => $[name])}</label>
      <Textarea
        id={id}
        autosize
        minRows={1}
        maxRows={8}
        maxLength={2000}
        classNames={{ input: styles.plain ?? '' }}
        lang={language === 'zh' ? 'zh-CN' : 'en'}
        placeholder={t(($) => $.hints[name])}
        value={stage[name][language]}
        error={faultOf(name)}
        onChange={(event) => change({ [name]: { ...stage[name], [language]: event.currentTarget.value } })}
      />
    </>
  )
}

export function StageTexts({ stage }: { stage: Stage }) {
  const { t } = useTranslation('pipelines')
  const [language, setLanguage] = useState(useLanguage())
  const options = [
    { value: 'zh' as const, label: t(($) => $.chinese) },
    { value: 'en' as const, label: t(($) => $.english) },
  ]
  return (
    <div className={styles.meaning}>
      <div className={styles.texts}>
        {texts.map((name) => (
          <Text key={name} stage={stage} name={name} language={language} />
        ))}
      </div>
      <Segmented label={t(($) => $.writeIn)} value={language} options={options} onChange={setLanguage} />
    </div>
  )
}
