/** Who the other is, and what he is to this one: one choice names the kind and which way round it is. */
import { contactRelationFields, customerRelationFields } from '@rapport/domain/features/relations/relations.fields.ts'
import { contactRelating, customerRelating } from '@rapport/domain/features/relations/relations.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Form } from '../../ui/form/form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { Panel } from '../../ui/panel.tsx'
import { Pending } from '../../ui/pending.tsx'
import { RefField } from '../../ui/ref-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { nounOf, relationTypes, type Related, type Relating, type Relation } from './relations.queries.ts'
import { useSay } from './use-relation-changes.ts'

type Props = { related: Related; known: Relation | undefined; onClose: () => void }

const INVERSE = '/inverse'
const choiceOf = ({ typeId, inverse }: Pick<Relation, 'typeId' | 'inverse'>) => `${typeId}${inverse ? INVERSE : ''}`

/** Each kind by its name, and by its second name where it has one; what is chosen already is among them though it may be retired. */
function useKinds({ related, known }: Props) {
  const query = useQuery(relationTypes(related.of))
  const kinds = (query.data?.items ?? []).flatMap(({ id, label, inverseLabel }) => [
    { value: id, label: label ?? '' },
    ...(inverseLabel ? [{ value: `${id}${INVERSE}`, label: inverseLabel }] : []),
  ])
  if (!known || kinds.some(({ value }) => value === choiceOf(known))) return { query, kinds }
  return { query, kinds: [...kinds, { value: choiceOf(known), label: known.word ?? '' }] }
}

type Entered = { otherId: string; typeId: string; note: string }

const saidOf = ({ otherId = '', typeId = '', note }: Partial<Entered>) => {
  const inverse = typeId.endsWith(INVERSE)
  return { otherId, typeId: inverse ? typeId.slice(0, -INVERSE.length) : typeId, inverse, note: note || null }
}

export default function RelationForm(props: Props) {
  const { related, known, onClose } = props
  const { t } = useTranslation('relations')
  const { t: common } = useTranslation('common')
  const { query, kinds } = useKinds(props)
  const say = useSay(related, known)
  const fields = related.of === 'contact' ? contactRelationFields : customerRelationFields
  const form = useRecordForm<Entered>({
    initial: {
      otherId: known?.otherId ?? '',
      typeId: known ? choiceOf(known) : '',
      note: known?.note ?? '',
    },
    schema: related.of === 'contact' ? contactRelating : customerRelating,
    required: ['otherId', 'typeId'],
    shape: saidOf,
    onSubmit: async (said) => {
      await say(said as Relating)
      onClose()
    },
  })
  return (
    <Panel opened onClose={onClose} title={t(($) => (known ? $.edit : $.add))}>
      <Form of={form} inPanel submit={common(($) => (known ? $.action.save : $.action.add))} onCancel={onClose}>
        <RefField name="otherId" label={fields.otherId.label} to={nounOf(related.of)} required />
        {query.isError && <Pending of={query} inline />}
        <SelectField key={kinds.length} name="typeId" label={fields.word.label} options={kinds} required />
        <TextField name="note" label={fields.note.label} maxLength={200} />
      </Form>
    </Panel>
  )
}
