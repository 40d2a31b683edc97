/** The items of one dictionary, in the order pickers offer them. */
import { useQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../app/session.ts'
import { useLabel } from '../../lib/use-language.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Button } from '../../ui/button.tsx'
import { SplitBody, SplitHead } from '../../ui/split.tsx'
import { toast } from '../../ui/toast.tsx'
import { Pending } from '../../ui/pending.tsx'
import styles from './dictionaries.module.css'
import { itemsOf, useReorder, type Dictionary, type Item } from './dictionaries.queries.ts'
import { ItemRow } from './item-row.tsx'
import { moved } from './moved.ts'

const ItemPanel = lazy(() => import('./item-panel.tsx'))
const NEW = 'new'

function Items({ dictionary, items, onOpen }: { dictionary: Dictionary; items: Item[]; onOpen: (id: string) => void }) {
  const { t } = useTranslation('dictionaries')
  const textOf = useLabel()
  const problemText = useProblemText()
  const reorder = useReorder(dictionary)
  const [said, say] = useState('')
  const used = items.filter((item) => item.archivedAt === null)
  const retired = items.filter((item) => item.archivedAt !== null)
  const ids = used.map(({ id }) => id)
  const move = (item: Item, by: -1 | 1) => {
    const next = moved(ids, item.id, by)
    if (next === ids) return
    say(t(($) => $.movedTo, { name: textOf(item.label), place: next.indexOf(item.id) + 1 }))
    reorder.mutate(next, { onError: (error) => toast(problemText(error), { tone: 'problem' }) })
  }
  return (
    <>
      <ol className={styles.items} aria-label={textOf(dictionary.label)}>
        {used.map((item) => (
          <ItemRow
            key={item.id}
            item={item}
            onOpen={onOpen}
            onMove={dictionary.can.reorder && !reorder.isPending ? (by) => move(item, by) : undefined}
          />
        ))}
      </ol>
      <p role="status" className={styles.said}>
        {said}
      </p>
      {retired.length > 0 && <h3 className={styles.retired}>{t(($) => $.retired)}</h3>}
      <ul>
        {retired.map((item) => (
          <ItemRow key={item.id} item={item} onOpen={onOpen} />
        ))}
      </ul>
    </>
  )
}

export function DictionaryDetail({ dictionary }: { dictionary: Dictionary }) {
  const { t } = useTranslation('dictionaries')
  const textOf = useLabel()
  const may = useMay()
  const query = useQuery(itemsOf(dictionary.id))
  const { data } = query
  const [edited, edit] = useState<string | null>(null)
  const item = data?.items.find(({ id }) => id === edited)
  return (
    <>
      <SplitHead
        title={textOf(dictionary.label)}
        chips={<span className={styles.code}>{dictionary.code}</span>}
        actions={
          may('dictionaries.create') && (
            <Button tone="primary" icon={IconPlus} onClick={() => edit(NEW)}>
              {t(($) => $.addItem)}
            </Button>
          )
        }
      />
      <SplitBody>
        <Pending of={query} />
        {data?.items.length === 0 && <p className={styles.none}>{t(($) => $.noItems)}</p>}
        {data && <Items dictionary={dictionary} items={data.items} onOpen={edit} />}
      </SplitBody>
      <Suspense>
        {(item || edited === NEW) && (
          <ItemPanel key={edited} dictionary={dictionary} item={item} onClose={() => edit(null)} />
        )}
      </Suspense>
    </>
  )
}
