/** The list of activities: what is to be done and what was done, for whatever record. */
import { activityFields } from '@rapport/domain/features/activities/activities.fields.ts'
import type { Fields } from '@rapport/domain/field/kinds.ts'
import { IconCalendarCheck } from '@tabler/icons-react'
import { lazy, Suspense, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CreateButton } from '../../app/create-button.tsx'
import { useMe, useReadable } from '../../app/session.ts'
import { useOpenCreation } from '../../app/use-creation.ts'
import { usualSort } from '../../lib/list-state.ts'
import { useIsPhone } from '../../lib/use-is-phone.ts'
import { useLabel } from '../../lib/use-language.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListBar } from '../../ui/list-bar.tsx'
import { rowOf, totalOf } from '../../ui/list-query.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { FullPage } from '../../ui/page.tsx'
import type { ListGroups } from '../../ui/record-groups/groups.ts'
import { RecordList } from '../../ui/record-list.tsx'
import { useListPages } from '../../ui/use-list-pages.ts'
import { BulkBar } from '../bulk/bulk-bar.tsx'
import { useBulkSelection } from '../bulk/use-bulk-selection.ts'
import { ExportTool } from '../exports/export-tool.tsx'
import { Unavailable } from '../saved-views/unavailable.tsx'
import { useSavedList } from '../saved-views/use-saved-list.ts'
import { ViewTabs } from '../saved-views/view-tabs.tsx'
import type { Activity } from './activities.queries.ts'
import styles from './activities-page.module.css'
import { Due, Kind, useActivityColumns } from './activity-columns.tsx'
import { ActivitySummary } from './activity-summary.tsx'
import { useLooked } from './use-looked.ts'
import { useRowActs } from './use-row-acts.ts'

const ActivityLook = lazy(() => import('./activity-look.tsx'))

const usual = (readable: Fields) => () => ({ sort: usualSort(readable, 'plannedStart') })

function Create({ filled = false }: { filled?: boolean }) {
  const { t } = useTranslation('activities')
  const open = useOpenCreation()
  const phone = useIsPhone()
  // On a phone the ＋ of the bottom bar stands for it.
  if (filled && phone) return null
  return (
    <CreateButton permission="activities.create" onCreate={() => open('activities')} filled={filled}>
      {t(($) => $.create)}
    </CreateButton>
  )
}

function Empty() {
  const { t } = useTranslation('activities')
  return (
    <EmptyState icon={IconCalendarCheck} title={t(($) => $.emptyTitle)} actions={<Create />}>
      {t(($) => $.emptyText)}
    </EmptyState>
  )
}

/** An activity on a phone. */
function Card({ activity }: { activity: Activity }) {
  const textOf = useLabel()
  const about = activity.opportunity ?? activity.customer ?? activity.contact
  return (
    <>
      <span className={styles.card}>
        <b>{activity.subject}</b>
        <Kind of={activity} />
      </span>
      <span className={styles.second}>
        <Due activity={activity} />
        {about && <span>{textOf(about.label)}</span>}
      </span>
    </>
  )
}

function Actions({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <Create filled />
    </>
  )
}

const groupsOf = (fields: Fields): ListGroups => ({
  list: 'GET /activities',
  heads: 'GET /activities/aggregate',
  fields,
})

export default function ActivitiesPage() {
  const { t } = useTranslation('activities')
  const { user } = useMe()
  const readable = useReadable('activities', activityFields)
  const { views, state, change } = useSavedList('activities', usual(readable))
  const groups = groupsOf(readable)
  const query = useListPages<Activity>(groups, state, views.ready)
  const { looked, completing, look, complete, close } = useLooked()
  const columns = useActivityColumns(readable, user.id, complete)
  const selection = useBulkSelection('activities', state)
  const bar = { fields: readable, columns, state, onChange: change, selection }
  const summary = <ActivitySummary {...{ query, state, onChange: change }} fields={readable} />
  const exporting = <ExportTool entity="activities" state={state} columns={columns} />
  return (
    <FullPage>
      <PageHead title={t(($) => $.title)} summaryBelow summary={summary} actions={<Actions>{exporting}</Actions>} />
      <ViewTabs of={views} state={state} title={t(($) => $.title)} isListThere={query.isSuccess} />
      <ListBar {...bar} groupable lead={<Unavailable in={views.view} />} />
      <RecordList<Activity>
        label={t(($) => $.title)}
        query={query}
        {...{ columns, state, selection }}
        onChange={change}
        nameOf={({ subject }) => subject}
        onOpen={({ id }) => look(id, false)}
        actsOn={useRowActs(complete)}
        card={(activity) => <Card activity={activity} />}
        groups={groups}
        empty={<Empty />}
      />
      <BulkBar entity="activities" selection={selection} total={totalOf(query)} state={state} />
      <Suspense>
        {looked && (
          <ActivityLook key={looked} id={looked} known={rowOf(query, looked)} completing={completing} onClose={close} />
        )}
      </Suspense>
    </FullPage>
  )
}
