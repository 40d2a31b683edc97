/** The conditions of a list as a form, a line each; the list goes by them while one chooses. */
import type { Fields } from '@rapport/domain/field/kinds.ts'
import type { Condition, Filter } from '@rapport/domain/filter/filter.ts'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import { Button } from '../button.tsx'
import { Panel } from '../panel.tsx'
import { ConditionFields } from './condition-fields.tsx'
import { FieldButton } from './field-button.tsx'
import styles from './filter-form.module.css'
import { Remove } from './remove.tsx'
import { TreeChip } from './tree-chip.tsx'
import { useLines, type Line, type Place } from './use-lines.ts'

type Props = {
  fields: Fields
  filter: Filter | undefined
  onFilter: (filter: Filter | undefined) => void
  onClose: () => void
}
type LineProps = { line: Line; fields: Fields; onChange: (condition: Condition) => void; onRemove: () => void }

function FormLine({ line: { condition, isNew }, fields, onChange, onRemove }: LineProps) {
  const textOf = useLabel()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isNew) box.current?.querySelector('select')?.focus()
  }, [isNew])
  const field = fields[condition.field]
  if (!field) return null
  const label = textOf(field.label)
  return (
    <div ref={box} role="group" aria-label={label} className={styles.line}>
      <span className={styles.field}>{label}</span>
      <div className={styles.value}>
        <ConditionFields condition={condition} field={field} onChange={onChange} />
      </div>
      <Remove label={label} onRemove={onRemove} />
    </div>
  )
}

type PartProps = { place: Place; fields: Fields; of: ReturnType<typeof useLines> }

/** The lines of one place, and how to add to them. */
function Part({ place, fields, of }: PartProps) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const title = t(($) => (place === 'all' ? $.filter.allOf : $.filter.anyOf))
  return (
    <section aria-label={title} className={styles.part}>
      <h3>{title}</h3>
      {of.lines[place].map((line) => (
        <FormLine
          key={line.id}
          line={line}
          fields={fields}
          onChange={(condition) => of.change(place, line.id, condition)}
          onRemove={() => of.remove(place, line.id)}
        />
      ))}
      <FieldButton
        fields={fields}
        label={t(($) => $.filter.addLine)}
        opened={asking}
        onOpened={setAsking}
        onAdd={(name) => of.add(place, name)}
      />
    </section>
  )
}

export default function FilterForm({ fields, filter, onFilter, onClose }: Props) {
  const { t } = useTranslation()
  const of = useLines(fields, filter, onFilter)
  return (
    <Panel opened onClose={onClose} title={t(($) => $.filter.conditions)}>
      <div className={styles.form}>
        <Part place="all" fields={fields} of={of} />
        <Part place="any" fields={fields} of={of} />
        {of.lines.deep.map((part, at) => (
          <TreeChip key={at} filter={part} fields={fields} onRemove={() => of.removeDeep(at)} />
        ))}
      </div>
      <footer className={styles.foot}>
        <Button tone="quiet" onClick={of.clear}>
          {t(($) => $.filter.clear)}
        </Button>
        <Button tone="primary" onClick={onClose}>
          {t(($) => $.action.done)}
        </Button>
      </footer>
    </Panel>
  )
}
