/** What is to change in all of them: one field after the other is taken up. */
import { bulkFields } from '@rapport/domain/features/bulk/bulk-fields.ts'
import type { BulkAction, BulkEntity } from '@rapport/domain/features/bulk/bulk-actions.ts'
import { Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWritable } from '../../app/session.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Form } from '../../ui/form/form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { BulkAnswer, BulkInput } from './bulk-input.tsx'
import { changeOf, OWNER } from './bulk-values.ts'
import type { BulkChange } from './bulk.queries.ts'
import styles from './bulk.module.css'

type Props = {
  entity: BulkEntity
  action: BulkAction
  /** While the preview stands in its place it keeps what was filled in. */
  hidden: boolean
  onPreview: (change: BulkChange) => Promise<unknown>
  onCancel: () => void
}

type Option = { value: string; label: string }
const CLEAR = 'clear '

/** Fields that are not taken up yet, each with the way to empty it where it may be empty. */
function useOffered(entity: BulkEntity, taken: readonly string[]): Option[] {
  const { t } = useTranslation('jobs')
  const textOf = useLabel()
  const writable = useWritable(entity)
  return Object.entries(bulkFields[entity]).flatMap(([name, field]) => {
    if (!writable(name) || taken.includes(name) || taken.includes(CLEAR + name)) return []
    const label = textOf(field.label)
    const clear = { value: CLEAR + name, label: t(($) => $.clear, { label }) }
    return [{ value: name, label }, ...(field.required || field.hasDefault ? [] : [clear])]
  })
}

function TakeUp({ offered, onTake }: { offered: Option[]; onTake: (name: string) => void }) {
  const { t } = useTranslation('jobs')
  const label = t(($) => $.field)
  return <Select label={label} data={offered} value={null} onChange={(name) => name && onTake(name)} searchable />
}

function Cleared({ labels }: { labels: string[] }) {
  const { t } = useTranslation('jobs')
  return labels.length > 0 && <p>{t(($) => $.cleared, { labels: labels.join(t(($) => $.and)) })}</p>
}

const isOfFields = (action: BulkAction) => action === 'update' || action === 'transfer'

/** The only field there is needs not be chosen first. */
const beginWith = (entity: BulkEntity, action: BulkAction): string[] => {
  if (action === 'transfer') return [OWNER]
  const [only, another] = Object.keys(bulkFields[entity])
  return action === 'update' && only && !another ? [only] : []
}

export function BulkForm({ entity, action, hidden, onPreview, onCancel }: Props) {
  const { t } = useTranslation('jobs')
  const textOf = useLabel()
  const fields = bulkFields[entity]
  const [taken, setTaken] = useState<string[]>(() => beginWith(entity, action))
  const offered = useOffered(entity, taken)
  const names = taken.filter((one) => !one.startsWith(CLEAR))
  const cleared = taken.filter((one) => one.startsWith(CLEAR)).map((one) => one.slice(CLEAR.length))
  const form = useRecordForm({
    initial: Object.fromEntries(
      Object.entries(fields).map(([name, { kind }]) => [name, kind === 'boolean' ? false : '']),
    ),
    required: names.filter((name) => fields[name]?.kind !== 'tags' && fields[name]?.kind !== 'boolean'),
    onSubmit: (values) => onPreview(changeOf(action, fields, { names, cleared, values })),
  })
  const isReady = !isOfFields(action) || taken.length > 0
  return (
    <div hidden={hidden} className={styles.editing}>
      <Form of={form} inPanel submit={t(($) => $.preview)} onCancel={onCancel} hold={!isReady}>
        {action === 'delete' && <p>{t(($) => $.removeText)}</p>}
        <BulkAnswer action={action} />
        {names.map((name) => (
          <BulkInput key={name} name={name} field={fields[name]} />
        ))}
        <Cleared labels={cleared.map((name) => textOf(fields[name]?.label ?? name))} />
        {action === 'update' && offered.length > 0 && Object.keys(fields).length > 1 && (
          <TakeUp key={taken.length} offered={offered} onTake={(name) => setTaken([...taken, name])} />
        )}
      </Form>
    </div>
  )
}
