/** The lists a business edits: industries, reasons for losing, outcomes. */
import { useQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../app/session.ts'
import { NEW, useEdited } from '../../lib/use-edited.ts'
import { useIsPhone } from '../../lib/use-is-phone.ts'
import { useLabel, useLanguage } from '../../lib/use-language.ts'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { FullPage } from '../../ui/page.tsx'
import { Split, SplitList, SplitRow } from '../../ui/split.tsx'
import { Pending } from '../../ui/pending.tsx'
import { DictionaryDetail } from './dictionary-detail.tsx'
import { allDictionaries, type Dictionary } from './dictionaries.queries.ts'

const DictionaryCreate = lazy(() => import('./dictionary-create.tsx'))

type ListProps = { dictionaries: Dictionary[]; chosen: string | undefined; onChoose: (id: string) => void }

function DictionaryList({ dictionaries, chosen, onChoose }: ListProps) {
  const { t } = useTranslation('dictionaries')
  const textOf = useLabel()
  const zh = useLanguage() === 'zh'
  return (
    <SplitList label={t(($) => $.title)}>
      {dictionaries.map((dictionary) => (
        <SplitRow
          key={dictionary.id}
          chosen={dictionary.id === chosen}
          onChoose={() => onChoose(dictionary.id)}
          title={textOf(dictionary.label)}
          note={zh ? dictionary.label.en : dictionary.label.zh}
          aside={dictionary.itemCount}
        />
      ))}
    </SplitList>
  )
}

export default function DictionariesPage() {
  const { t } = useTranslation('dictionaries')
  const may = useMay()
  const phone = useIsPhone()
  const query = useQuery(allDictionaries)
  const { data } = query
  const { edited, edit, close } = useEdited()
  const dictionaries = data?.items ?? []
  const shown = dictionaries.find(({ id }) => id === edited) ?? (phone ? undefined : dictionaries[0])
  return (
    <FullPage>
      <PageHead
        title={t(($) => $.title)}
        summary={data && <b>{dictionaries.length}</b>}
        actions={
          may('dictionaries.create') && (
            <Button icon={IconPlus} onClick={() => edit(NEW)}>
              {t(($) => $.create)}
            </Button>
          )
        }
      />
      <Pending of={query} />
      {data && (
        <Split
          width={300}
          onBack={close}
          list={<DictionaryList dictionaries={dictionaries} chosen={shown?.id} onChoose={edit} />}
          detail={shown ? <DictionaryDetail key={shown.id} dictionary={shown} /> : null}
        />
      )}
      <Suspense>{edited === NEW && <DictionaryCreate onClose={close} onMade={edit} />}</Suspense>
    </FullPage>
  )
}
