/** How a person or a customer is related to others, each by a link; who may change the record adds and removes them here. */
import { useQuery } from '@tanstack/react-query'
import { IconPencil, IconPlus, IconX } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../app/paths.ts'
import { useLabel } from '../../lib/use-language.ts'
import { IconButton } from '../../ui/button.tsx'
import { Coming } from '../../ui/coming.tsx'
import { Pending } from '../../ui/pending.tsx'
import { Section } from '../../ui/section.tsx'
import styles from './relations.module.css'
import { relationsOf, type Related, type Relation } from './relations.queries.ts'
import { useRemove } from './use-relation-changes.ts'

const RelationForm = lazy(() => import('./relation-form.tsx'))

type LineProps = {
  of: Related['of']
  one: Relation
  onEdit: (() => void) | undefined
  onRemove: (name: string) => void
}

function Line({ of, one, onEdit, onRemove }: LineProps) {
  const { t } = useTranslation('relations')
  const textOf = useLabel()
  const name = textOf(one.other?.label ?? '') || t(($) => $.somebody)
  const word = one.word && textOf(one.word)
  return (
    <li className={styles.relation}>
      <span className={styles.who}>
        <Link to={of === 'contact' ? paths.contact(one.otherId ?? '') : paths.customer(one.otherId ?? '')}>{name}</Link>
        <span>{[word, one.note].filter(Boolean).join(' · ')}</span>
      </span>
      {onEdit && (
        <span className={styles.verbs}>
          <IconButton small icon={IconPencil} label={t(($) => $.change, { name })} onClick={onEdit} />
          <IconButton small icon={IconX} label={t(($) => $.remove, { name })} onClick={() => onRemove(name)} />
        </span>
      )}
    </li>
  )
}

/** Nothing where there are none and none can be added. */
export default function RecordRelations({ related }: { related: Related }) {
  const { t } = useTranslation('relations')
  const [form, setForm] = useState<'new' | Relation>()
  const query = useQuery(relationsOf(related))
  const remove = useRemove(related)
  const { edit } = related.can
  const relations = query.data?.items ?? []
  if (query.isPending) return <Coming />
  if (query.data && relations.length === 0 && !edit) return null
  const add = <IconButton small icon={IconPlus} label={t(($) => $.add)} onClick={() => setForm('new')} />
  return (
    <Section bare title={t(($) => $.title)} aside={query.data && edit && add}>
      <Pending of={query} inline />
      {query.data?.items.length === 0 && <p className={styles.none}>{t(($) => $.none[related.of])}</p>}
      <ul>
        {relations.map((one) => (
          <Line
            key={one.id}
            of={related.of}
            one={one}
            onEdit={edit ? () => setForm(one) : undefined}
            onRemove={(name) => remove(one, name)}
          />
        ))}
      </ul>
      <Suspense>
        {form && (
          <RelationForm
            related={related}
            known={form === 'new' ? undefined : form}
            onClose={() => setForm(undefined)}
          />
        )}
      </Suspense>
    </Section>
  )
}
