/** One value of a target: a choice, a stage, a record that is searched or created, or a text. */
import { Select, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inDictionary } from '../../app/dictionary-filter.ts'
import { useMay } from '../../app/session.ts'
import { useLabel } from '../../lib/use-language.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { RefSelect } from '../../ui/ref-select.tsx'
import type { RefOption } from '../../ui/ref-source.ts'
import { addItem, stagesQuery } from './imported-values.queries.ts'
import type { Import, Target } from './imports.queries.ts'

type Props = {
  of: Import
  target: Target
  label: string
  value: string
  onChange: (value: string) => void
  /** What the text may have meant. */
  first?: RefOption[]
  placeholder?: string
}

function Choice({ target, label, value, onChange, placeholder }: Props) {
  const textOf = useLabel()
  return (
    <Select
      aria-label={label}
      placeholder={placeholder ?? ''}
      data={(target.choices ?? []).map((choice) => ({ value: choice.value, label: textOf(choice.label) }))}
      value={value || null}
      onChange={(next) => onChange(next ?? '')}
      searchable
      allowDeselect={false}
    />
  )
}

// Stages are those of the pipeline that all rows go to; where the file names pipelines, those of all.
function Stage({ of, label, value, onChange, placeholder }: Props) {
  const textOf = useLabel()
  const wordsOf = useProblemText()
  const pipelineId = of.defaults.find(({ target }) => target === 'pipelineId')?.value
  const { data = [], error } = useQuery(stagesQuery(pipelineId))
  return (
    <Select
      aria-label={label}
      placeholder={placeholder ?? ''}
      data={data.map((stage) => ({ value: stage.id, label: textOf(stage.label) }))}
      error={error && wordsOf(error)}
      value={value || null}
      onChange={(next) => onChange(next ?? '')}
      searchable
      allowDeselect={false}
    />
  )
}

function Reference({ target, label, value, onChange, first = [], placeholder }: Props) {
  const may = useMay()
  const client = useQueryClient()
  const { dictionary, to } = target
  const create =
    dictionary && may('dictionaries.update') ? (name: string) => addItem(client, dictionary, name) : undefined
  return (
    <RefSelect
      aria-label={label}
      placeholder={placeholder ?? ''}
      to={to ?? ''}
      narrow={dictionary ? inDictionary(dictionary) : undefined}
      first={first}
      onCreate={create}
      value={value}
      onChange={onChange}
    />
  )
}

// Settled when one leaves the field, not with every letter.
function Text({ label, value, onChange, placeholder }: Props) {
  const [typed, setTyped] = useState(value)
  return (
    <TextInput
      aria-label={label}
      placeholder={placeholder ?? ''}
      value={typed}
      maxLength={500}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => typed !== value && onChange(typed)}
    />
  )
}

export function ValuePicker(props: Props) {
  const { choices, to } = props.target
  if (choices) return <Choice {...props} />
  if (to === 'stages') return <Stage {...props} />
  return to ? <Reference {...props} /> : <Text {...props} />
}

/** What a picked value is called is looked up by the picker itself; whether it may be one at all is the server's. */
export function usePlaceholder(): string {
  const { t } = useTranslation('imports')
  return t(($) => $.chooseValue)
}
