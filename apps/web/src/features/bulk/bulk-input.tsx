/** The input of one field that is changed in many records. */
import type { BulkAction } from '@rapport/domain/features/bulk/bulk-actions.ts'
import type { Field } from '@rapport/domain/field/kinds.ts'
import { useTranslation } from 'react-i18next'
import { inDictionary } from '../../app/dictionary-filter.ts'
import { FieldInput } from '../../ui/field-input.tsx'
import { RefField } from '../../ui/ref-field.tsx'
import { TagsField } from '../../ui/tags-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { OWNER } from './bulk-values.ts'
import { MoveInput } from './move-input.tsx'

const dictionaries: Record<string, string> = { industryId: 'industry', occupationId: 'occupation' }

export function BulkInput({ name, field }: { name: string; field: Field | undefined }) {
  const { t } = useTranslation('jobs')
  if (name === OWNER) return <RefField name={OWNER} label={t(($) => $.owner)} to="users" required />
  if (!field) return null
  if (field.kind === 'tags')
    return (
      <>
        <TagsField name="addTags" label={t(($) => $.addTags)} />
        <TagsField name="removeTags" label={t(($) => $.removeTags)} />
      </>
    )
  if (field.kind === 'instant') return <MoveInput name={name} />
  const dictionary = dictionaries[name]
  return (
    <>
      <FieldInput name={name} field={field} narrow={dictionary ? inDictionary(dictionary) : undefined} />
      {name === 'sourceId' && <TextField name="reason" label={t(($) => $.reasonSource)} maxLength={500} />}
    </>
  )
}

/** What a command asks: what came of them, or why they are given up. */
export function BulkAnswer({ action }: { action: BulkAction }) {
  const { t } = useTranslation('jobs')
  if (action === 'cancel') return <TextField name="reason" label={t(($) => $.reason)} maxLength={500} startHere />
  if (action !== 'complete') return null
  return (
    <RefField
      name="outcomeId"
      label={t(($) => $.outcome)}
      help={t(($) => $.outcomeHelp)}
      to="dictionary-items"
      narrow={inDictionary('outcome')}
      startHere
    />
  )
}
