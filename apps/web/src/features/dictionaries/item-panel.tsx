/** Adds an item or changes one; its code stays for ever, because imports and the API name it. */
import { dictionaryColors, dictionaryItemFields } from '@rapport/domain/features/dictionaries/dictionaries.fields.ts'
import { dictionaryItemDraft, dictionaryItemPatch } from '@rapport/domain/features/dictionaries/dictionaries.ts'
import { readsBothWays } from '@rapport/domain/features/relations/relations.fields.ts'
import { useTranslation } from 'react-i18next'
import type { BodyOf } from '../../lib/call.ts'
import { useLabel, type Label } from '../../lib/use-language.ts'
import { Button } from '../../ui/button.tsx'
import { FieldRow, Form } from '../../ui/form/form.tsx'
import { useFormRecord } from '../../ui/form/form-record.ts'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import type { Values } from '../../ui/form/values.ts'
import { LabelField } from '../../ui/label-field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useUndoToast } from '../../ui/use-undo-toast.ts'
import {
  itemQuery,
  useArchiveItem,
  useCreateItem,
  useUpdateItem,
  type Dictionary,
  type Item,
} from './dictionaries.queries.ts'

type Props = { dictionary: Dictionary; item: Item | undefined; onClose: () => void }

const none = { zh: '', en: '' }
const valuesOf = ({ label, code, color, inverseLabel }: Item) => ({
  label,
  code,
  color: color ?? '',
  inverseLabel: inverseLabel ?? none,
})

// Where nothing was entered there is no second name.
const withoutBlank = ({ inverseLabel, ...values }: Values): Values => {
  const given = inverseLabel as Partial<Label> | undefined
  if (given === undefined) return values
  return { ...values, inverseLabel: given?.zh || given?.en ? inverseLabel : null }
}

function useItemForm({ dictionary, item, onClose }: Props) {
  const { t } = useTranslation('common')
  const create = useCreateItem()
  const update = useUpdateItem()
  const record = useFormRecord(item, itemQuery(item?.id ?? ''), valuesOf)
  const blank = { dictionaryId: dictionary.id, label: none, code: '', color: '', inverseLabel: none }
  return useRecordForm({
    initial: blank as Values,
    record,
    shape: withoutBlank,
    schema: item ? dictionaryItemPatch : dictionaryItemDraft,
    draftKey: `dictionary-items.${item?.id ?? dictionary.id}`,
    onSubmit: async (values, version) => {
      const body = values as BodyOf<'PATCH /dictionary-items/:id'>
      if (item) await update.mutateAsync({ item: { id: item.id, version }, body })
      else await create.mutateAsync(values as BodyOf<'POST /dictionary-items'>)
      toast(t(($) => $.action.saved))
      onClose()
    },
  })
}

function Archive({ item, onClose }: { item: Item; onClose: () => void }) {
  const { t } = useTranslation('dictionaries')
  const textOf = useLabel()
  const archive = useArchiveItem()
  const undoable = useUndoToast()
  const isArchived = item.archivedAt !== null
  const act = async () => {
    const changed = await archive.mutateAsync({ item, archive: !isArchived })
    onClose()
    undoable(
      t(($) => (isArchived ? $.unarchivedNow : $.archivedNow), { name: textOf(item.label) }),
      () => archive.mutateAsync({ item: changed, archive: isArchived }),
    )
  }
  return (
    <Button tone="quiet" busy={archive.isPending} onClick={() => void act()}>
      {t(($) => (isArchived ? $.unarchive : $.archive))}
    </Button>
  )
}

export default function ItemPanel(props: Props) {
  const { dictionary, item, onClose } = props
  const { t } = useTranslation('dictionaries')
  const { t: common } = useTranslation('common')
  const form = useItemForm(props)
  const fields = dictionaryItemFields
  return (
    <Panel opened onClose={onClose} title={t(($) => (item ? $.editItem : $.addItem))}>
      <Form
        of={form}
        inPanel
        submit={common(($) => (item ? $.action.save : $.action.add))}
        onCancel={onClose}
        more={item?.can.edit ? <Archive item={item} onClose={onClose} /> : undefined}
      >
        <LabelField name="label" label={fields.label.label} required startHere />
        {readsBothWays(dictionary.code) && <LabelField name="inverseLabel" label={fields.inverseLabel.label} />}
        <FieldRow>
          <TextField
            name="code"
            label={fields.code.label}
            required
            disabled={item !== undefined}
            help={item ? undefined : t(($) => $.codeHelp)}
          />
          <SelectField name="color" label={fields.color.label} options={dictionaryColors} clearable />
        </FieldRow>
      </Form>
    </Panel>
  )
}
