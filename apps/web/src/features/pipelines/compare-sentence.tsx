/** Conditions on fields: field, comparison and value of each can be changed; what is more tangled is only said. */
import { Popover } from '@mantine/core'
import { describeFilter } from '@rapport/domain/filter/describe.ts'
import { isCondition, type Condition, type Filter } from '@rapport/domain/filter/filter.ts'
import { IconPlus, IconX } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { flatConditions, joinFilters } from '../../lib/list-state.ts'
import { useLanguage } from '../../lib/use-language.ts'
import { IconButton } from '../../ui/button.tsx'
import { firstCondition } from '../../ui/filter-bar/conditions.ts'
import { useConditionWords } from '../../ui/filter-bar/use-condition-words.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { comparable, lookupField } from './criterion-fields.ts'
import type { SentenceProps } from './draft-parts.ts'
import { FieldToken } from './field-token.tsx'
import styles from './stage-criteria.module.css'

const ConditionEditor = lazy(() => import('../../ui/filter-bar/condition-editor.tsx'))

type Props = { condition: Condition; onChange: (condition: Condition) => void }

function Rule({ condition, onChange }: Props) {
  const [opened, setOpened] = useState(false)
  const { op, value, field } = useConditionWords(condition, comparable)
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus withRoles={false} width={280}>
      <Popover.Target>
        <button
          type="button"
          className={styles.token}
          aria-haspopup="dialog"
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {op} {value}
        </button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={field}>
        <Suspense fallback={<Waiting rows={3} />}>
          <ConditionEditor
            key={condition.field}
            condition={condition}
            fields={comparable}
            onChange={onChange}
            onDone={() => setOpened(false)}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}

function One({ condition, onChange }: Props) {
  const refer = (name: string) => {
    const field = comparable[name]
    if (field) onChange(firstCondition(name, field))
  }
  return (
    <>
      <FieldToken fields={comparable} value={condition.field} onChange={refer} />
      <Rule condition={condition} onChange={onChange} />
    </>
  )
}

export function CompareSentence({ criterion: { params }, onDemand }: SentenceProps) {
  const { t } = useTranslation('pipelines')
  const { t: common } = useTranslation('common')
  const language = useLanguage()
  const filter = params['filter'] as Filter
  const parts = flatConditions(filter)
  if (!parts.every((part): part is Condition => isCondition(part) && part.field in comparable))
    return <span>{describeFilter(filter, lookupField, language)}</span>
  const demand = (next: Filter[]) => onDemand({ filter: joinFilters(next) ?? filter })
  const more: Condition = { field: 'amount', op: 'gt', value: '0' }
  return (
    <>
      {parts.map((condition, at) => (
        <span key={at} className={styles.condition}>
          {at > 0 && t(($) => $.and)}
          <One condition={condition} onChange={(next) => demand(parts.with(at, next))} />
          {parts.length > 1 && (
            <IconButton
              small
              icon={IconX}
              label={common(($) => $.action.remove)}
              onClick={() => demand(parts.toSpliced(at, 1))}
            />
          )}
        </span>
      ))}
      <IconButton small icon={IconPlus} label={t(($) => $.addCondition)} onClick={() => demand([...parts, more])} />
    </>
  )
}
