/** A criterion as a sentence whose words can be changed. */
import {
  activityKindLabels,
  buyingRoleLabels,
  inSentence,
} from '@rapport/domain/features/pipelines/criterion-choices.ts'
import { useTranslation } from 'react-i18next'
import { useLabel, useLanguage, type Label } from '../../lib/use-language.ts'
import { ChoiceChip } from '../../ui/choice-chip.tsx'
import { NumberToken } from '../../ui/number-token.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { CompareSentence } from './compare-sentence.tsx'
import { fillable, lookupField } from './criterion-fields.ts'
import { wordsOf, type SentenceProps } from './draft-parts.ts'
import { FieldToken } from './field-token.tsx'

function Filled({ criterion: { params }, onDemand }: SentenceProps) {
  const { t } = useTranslation('pipelines')
  const field = (
    <FieldToken fields={fillable} value={String(params['field'])} onChange={(name) => onDemand({ field: name })} />
  )
  return <Sentence text={t(($) => $.sentence.filled)} parts={{ field }} />
}

const options = (labels: Record<string, Label>, textOf: (label: Label) => string) =>
  Object.entries(labels).map(([value, label]) => ({ value, label: textOf(inSentence(label)) }))

const periods = [7, 14, 30, 60, 90, 180, 365]
/** The usual ones, and the one that is set. */
const periodsWith = (days: number | null) =>
  [...new Set([...periods, ...(days === null ? [] : [days])])].toSorted((a, b) => a - b)

function Activity({ criterion: { params }, onDemand }: SentenceProps) {
  const { t } = useTranslation('pipelines')
  const textOf = useLabel()
  const days = (params['withinDays'] ?? null) as number | null
  const any = { value: '', label: t(($) => $.anyActivity) }
  const kind = (
    <ChoiceChip
      label={t(($) => $.activityKind)}
      value={String(params['activityKind'] ?? '')}
      options={[any, ...options(activityKindLabels, textOf)]}
      onChange={(chosen) => onDemand({ ...params, activityKind: chosen || null })}
    />
  )
  const within = (
    <ChoiceChip
      label={t(($) => $.within)}
      value={String(days ?? '')}
      options={[...periodsWith(days), null].map((count) => ({
        value: String(count ?? ''),
        label: count === null ? t(($) => $.ever) : t(($) => $.withinDays, { count }),
      }))}
      onChange={(chosen) => onDemand({ ...params, withinDays: chosen ? Number(chosen) : null })}
    />
  )
  return <Sentence text={t(($) => $.sentence.activity)} parts={{ kind, within }} />
}

function Role({ criterion: { params }, onDemand }: SentenceProps) {
  const { t } = useTranslation('pipelines')
  const textOf = useLabel()
  const role = (
    <ChoiceChip
      label={t(($) => $.role)}
      value={String(params['role'])}
      options={options(buyingRoleLabels, textOf)}
      onChange={(chosen) => onDemand({ ...params, role: chosen })}
    />
  )
  const count = (
    <NumberToken
      label={t(($) => $.people)}
      value={(params['atLeast'] ?? 1) as number}
      max={20}
      onChange={(typed) => onDemand({ ...params, atLeast: Math.max(typed ?? 1, 1) })}
    />
  )
  return <Sentence text={t(($) => $.sentence.role)} parts={{ role, count }} />
}

export function CriterionSentence(props: SentenceProps) {
  const language = useLanguage()
  switch (props.criterion.kind) {
    case 'fieldFilled':
      return <Filled {...props} />
    case 'fieldCompare':
      return <CompareSentence {...props} />
    case 'activityDone':
      return <Activity {...props} />
    case 'contactRole':
      return <Role {...props} />
    default:
      return <span>{wordsOf(props.criterion, lookupField, language)}</span>
  }
}
