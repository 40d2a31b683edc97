/** Conditions of which any will do, as one chip of chips: each is edited and removed by itself, and all go by the last cross. */
import type { Fields } from '@rapport/domain/field/kinds.ts'
import type { Condition } from '@rapport/domain/filter/filter.ts'
import { Fragment, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Chip } from './chip.tsx'
import { isWhole, type AnyGroup } from './conditions.ts'
import { FieldButton } from './field-button.tsx'
import styles from './filter-bar.module.css'
import { Remove } from './remove.tsx'
import { useParts } from './use-parts.ts'

type Props = {
  group: AnyGroup
  fields: Fields
  /** Null takes the group away. */
  onChange: (group: AnyGroup | null) => void
  /** The field a new group begins with. */
  first?: string
  /** Whether the list of fields for one more condition is open. */
  asking: boolean
  onAsk: (asking: boolean) => void
}

const Joint = ({ children }: { children: string }) => <span className={styles.joint}>{children}</span>

export function GroupChip({ group, fields, onChange, first, asking, onAsk }: Props) {
  const { t } = useTranslation()
  const more = useRef<HTMLButtonElement>(null)
  const put = (or: Condition[]) => onChange(or.length > 0 ? { or } : null)
  const { replace, add, draft, setDraft, finish } = useParts(fields, group.or, put, first)
  const name = t(($) => $.filter.anyOf)
  const drop = () => (group.or.length > 0 ? setDraft(null) : onChange(null))
  const close = () => {
    if (draft && !isWhole(draft)) return drop()
    finish()
    // Whoever built one condition by keyboard goes on to the next.
    more.current?.focus()
  }
  const changeAt = (at: number) => (next: Condition) => isWhole(next) && replace(at, next)
  const joint = t(($) => $.filter.or)
  return (
    <span role="group" aria-label={name} className={styles.group}>
      <Joint>{name}</Joint>
      {group.or.map((condition, at) => (
        <Fragment key={at}>
          {at > 0 && <Joint>{joint}</Joint>}
          <Chip {...{ condition, fields }} onChange={changeAt(at)} onRemove={() => replace(at, null)} />
        </Fragment>
      ))}
      {draft && group.or.length > 0 && <Joint>{joint}</Joint>}
      {draft && <Chip condition={draft} fields={fields} open onChange={setDraft} onRemove={drop} onClose={close} />}
      <FieldButton
        ref={more}
        fields={fields}
        label={t(($) => $.filter.orElse)}
        opened={asking}
        onOpened={onAsk}
        onAdd={add}
      />
      <Remove label={name} onRemove={() => onChange(null)} />
    </span>
  )
}
