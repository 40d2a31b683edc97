/** Names, chance and days of a stage: what every list shows of it. */
import { TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { moveComma } from '../../lib/move-comma.ts'
import { useLanguage } from '../../lib/use-language.ts'
import { isEnd, isNew } from './draft.ts'
import type { Stage } from './pipelines.queries.ts'
import { useStage } from './use-stage.ts'
import styles from './stage-editor.module.css'

type NumberProps = {
  label: string
  value: string
  unit: string
  error: string | undefined
  disabled?: boolean
  /** Whether a point may stand in it, once. */
  decimals?: boolean
  onChange: (typed: string) => void
}

const digitsOf = (typed: string, decimals: boolean): string => {
  const [whole = '', ...rest] = typed.replaceAll(/[^\d.]/g, '').split('.')
  return decimals && rest.length > 0 ? `${whole}.${rest.join('')}` : whole + rest.join('')
}

/** Digits as they are typed; what cannot belong to a number is not taken. */
function NumberInput({ label, value, unit, error, disabled = false, decimals = false, onChange }: NumberProps) {
  const [typed, setTyped] = useState({ of: value, text: value })
  const text = typed.of === value ? typed.text : value
  const change = (next: string) => {
    const kept = digitsOf(next, decimals).slice(0, 6)
    setTyped({ of: kept.replace(/\.$/, ''), text: kept })
    onChange(kept.replace(/\.$/, ''))
  }
  return (
    <TextInput
      label={label}
      value={text}
      inputMode="decimal"
      rightSection={<span className={styles.unit}>{unit}</span>}
      rightSectionPointerEvents="none"
      disabled={disabled}
      error={error}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}

/** '50' → '0.5'; emptied, there is no chance, which the server asks for. */
const fraction = (typed: string): string => (typed === '' ? '' : moveComma(typed.replace(/^\./, '0.'), -2))

function Names({ stage }: { stage: Stage }) {
  const { t } = useTranslation('pipelines')
  const { change, faultOf } = useStage(stage)
  const own = useLanguage()
  // Who adds a stage names it first.
  const first = useRef<HTMLInputElement>(null)
  const unnamed = useRef(isNew(stage.id))
  useEffect(() => {
    if (!unnamed.current) return
    first.current?.focus()
    first.current?.select()
  }, [])
  return (['zh', 'en'] as const).map((language) => (
    <TextInput
      key={language}
      ref={language === own ? first : undefined}
      label={t(($) => (language === 'zh' ? $.nameZh : $.nameEn))}
      value={stage.label[language]}
      maxLength={100}
      error={faultOf(`label.${language}`)}
      onChange={(event) => change({ label: { ...stage.label, [language]: event.currentTarget.value } })}
    />
  ))
}

export function StageFields({ stage }: { stage: Stage }) {
  const { t } = useTranslation('pipelines')
  const { change, faultOf } = useStage(stage)
  const end = isEnd(stage)
  const days = (name: 'expectedDays' | 'maxDays') => (
    <NumberInput
      label={t(($) => $[name])}
      value={String(stage[name] ?? '')}
      unit={t(($) => $.day)}
      error={faultOf(name)}
      onChange={(typed) => change({ [name]: typed === '' ? null : Number(typed) })}
    />
  )
  return (
    <div className={styles.fields} data-end={end || undefined}>
      <Names stage={stage} />
      <NumberInput
        label={t(($) => $.probability)}
        value={moveComma(stage.probability, 2)}
        unit="%"
        decimals
        disabled={end}
        error={faultOf('probability')}
        onChange={(typed) => change({ probability: fraction(typed) })}
      />
      {!end && days('expectedDays')}
      {!end && days('maxDays')}
    </div>
  )
}
