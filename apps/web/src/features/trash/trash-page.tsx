/** What was deleted, by whom and when, with the way back. */
import { nouns } from '@rapport/domain/access/permissions.ts'
import { trashFields as fields } from '@rapport/domain/features/trash/trash.fields.ts'
import { field } from '@rapport/domain/field/kinds.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useListState } from '../../lib/list-state.ts'
import { useLabel } from '../../lib/use-language.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Person } from '../../ui/marks/avatar.tsx'
import { FilterBar } from '../../ui/filter-bar/filter-bar.tsx'
import { ListTools } from '../../ui/list-tools.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { FullPage } from '../../ui/page.tsx'
import type { GridColumn } from '../../ui/record-grid/columns.ts'
import { RecordList } from '../../ui/record-list.tsx'
import { toast } from '../../ui/toast.tsx'
import { Total } from '../../ui/total.tsx'
import { trashList, useRestore, type TrashEntry } from './trash.queries.ts'

const kinds = (['customers', 'contacts', 'opportunities', 'activities', 'products'] as const).map((value) => ({
  value,
  label: nouns[value],
}))
// Chosen from a list instead of typed; the API takes the same words.
const filters = {
  entity: field.choice({ ...fields.entity, choices: kinds }),
  deletedAt: fields.deletedAt,
  deletedById: fields.deletedById,
}

function Restore({ entry }: { entry: TrashEntry }) {
  const { t } = useTranslation('trash')
  const { t: common } = useTranslation('common')
  const wordsOf = useProblemText()
  const restore = useRestore()
  // Awaited, because the row is gone before a callback of this component would be called.
  const act = () =>
    restore.mutateAsync(entry.id).then(
      () => toast(common(($) => $.action.restored, { name: entry.title })),
      (error: unknown) => toast(wordsOf(error), { tone: 'problem' }),
    )
  return (
    <Button
      small
      icon={IconArrowBackUp}
      busy={restore.isPending}
      onClick={() => void act()}
      aria-label={t(($) => $.restoreOne, { name: entry.title })}
    >
      {t(($) => $.restore)}
    </Button>
  )
}

function useTrashColumns(): GridColumn<TrashEntry>[] {
  const { t } = useTranslation('trash')
  const textOf = useLabel()
  return useMemo(() => {
    const nounOf = (entity: string) => (entity in nouns ? textOf(nouns[entity as keyof typeof nouns]) : entity)
    return [
      { id: 'title', label: fields.title.label, width: 260, grow: true, cell: (entry) => entry.title },
      { id: 'entity', label: fields.entity.label, width: 120, cell: (entry) => nounOf(entry.entity) },
      {
        id: 'along',
        label: fields.along.label,
        width: 110,
        numeric: true,
        cell: (entry, format) => (entry.along > 0 ? format.number(entry.along) : ''),
      },
      {
        id: 'deletedAt',
        label: fields.deletedAt.label,
        width: 150,
        sortable: true,
        cell: (entry, format) => format.shortDateTime(entry.deletedAt),
      },
      {
        id: 'until',
        label: fields.until.label,
        width: 130,
        cell: (entry, format) => format.shortDateTime(entry.until),
      },
      {
        id: 'deletedById',
        label: fields.deletedById.label,
        width: 140,
        cell: (entry) => entry.deletedBy && <Person name={textOf(entry.deletedBy.label)} />,
      },
      { id: 'restore', label: t(($) => $.back), width: 120, cell: (entry) => <Restore entry={entry} /> },
    ]
  }, [t, textOf])
}

export default function TrashPage() {
  const { t } = useTranslation('trash')
  const [state, change] = useListState({ sort: [{ field: 'deletedAt', descending: true }] })
  const query = useInfiniteQuery(trashList(state))
  const columns = useTrashColumns()
  return (
    <FullPage>
      <PageHead title={t(($) => $.title)} summary={<Total of={query} />} />
      <FilterBar fields={filters} filter={state.filter} onFilter={(filter) => change({ filter })}>
        <ListTools columns={columns} state={state} onChange={change} />
      </FilterBar>
      <RecordList
        label={t(($) => $.title)}
        query={query}
        columns={columns}
        state={state}
        onChange={change}
        nameOf={(entry) => entry.title}
        empty={
          <EmptyState icon={IconTrash} title={t(($) => $.emptyTitle)}>
            {t(($) => $.emptyText)}
          </EmptyState>
        }
      />
    </FullPage>
  )
}
