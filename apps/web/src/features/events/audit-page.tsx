/** The audit trail: everything the reader may see of what happened, by person, record, kind and time. */
import { eventFields } from '@rapport/domain/features/events/events.fields.ts'
import { field } from '@rapport/domain/field/kinds.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconHistory } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useListState } from '../../lib/list-state.ts'
import { useEdited } from '../../lib/use-edited.ts'
import { useLabel } from '../../lib/use-language.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar } from '../../ui/filter-bar/filter-bar.tsx'
import { rowOf } from '../../ui/list-query.ts'
import { ListTools } from '../../ui/list-tools.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { FullPage } from '../../ui/page.tsx'
import { RecordList } from '../../ui/record-list.tsx'
import { Total } from '../../ui/total.tsx'
import { AuditCard } from './audit-card.tsx'
import { useAuditColumns } from './audit-columns.tsx'
import { entityChoices } from './event-names.ts'
import { auditTrail } from './events.queries.ts'

const EventPanel = lazy(() => import('./event-panel.tsx'))

const { actorId, at, action, entity, recordId } = eventFields
// Chosen from a list instead of typed; the API takes the same words.
const fields = { actorId, at, action, entity: field.choice({ ...entity, choices: entityChoices }), recordId }

export default function AuditPage() {
  const { t } = useTranslation('events')
  const textOf = useLabel()
  const [state, change] = useListState()
  const query = useInfiniteQuery(auditTrail(state))
  const columns = useAuditColumns()
  const { edited, edit, close } = useEdited()
  const opened = edited ? rowOf(query, edited) : undefined
  return (
    <FullPage>
      <PageHead title={t(($) => $.audit)} summary={<Total of={query} />} />
      <FilterBar fields={fields} filter={state.filter} onFilter={(filter) => change({ filter })}>
        <ListTools columns={columns} state={state} onChange={change} />
      </FilterBar>
      <RecordList
        label={t(($) => $.audit)}
        query={query}
        columns={columns}
        state={state}
        onChange={change}
        nameOf={(event) => textOf(event.text ?? event.type)}
        onOpen={(event) => edit(event.id)}
        card={(event) => <AuditCard event={event} />}
        empty={
          <EmptyState icon={IconHistory} title={t(($) => $.emptyTitle)}>
            {t(($) => $.emptyText)}
          </EmptyState>
        }
      />
      <Suspense>{opened && <EventPanel event={opened} onClose={close} />}</Suspense>
    </FullPage>
  )
}
