/** The organisation as a tree of teams, and the team chosen beside it. */
import { useQuery } from '@tanstack/react-query'
import { IconPlus, IconSitemap } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { ImportLink } from '../../app/import-link.tsx'
import { useMay } from '../../app/session.ts'
import { NEW, useEdited } from '../../lib/use-edited.ts'
import { useIsPhone } from '../../lib/use-is-phone.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { FullPage } from '../../ui/page.tsx'
import { Split } from '../../ui/split.tsx'
import { Pending } from '../../ui/pending.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { TeamList } from './team-list.tsx'
import { allTeams } from './teams.queries.ts'

const TeamDetail = lazy(() => import('./team-detail.tsx'))

function Create({ onCreate }: { onCreate: () => void }) {
  const { t } = useTranslation('teams')
  if (!useMay()('teams.create')) return null
  return (
    <>
      <ImportLink entity="teams" />
      <Button tone="primary" icon={IconPlus} onClick={onCreate}>
        {t(($) => $.create)}
      </Button>
    </>
  )
}

export default function TeamsPage() {
  const { t } = useTranslation('teams')
  const query = useQuery(allTeams)
  const teams = query.data
  const { edited, edit, close } = useEdited()
  const phone = useIsPhone()
  // Beside the tree there is always one to look at; a phone shows the tree first.
  const usual = edited === NEW || phone ? undefined : teams?.find((team) => team.parentId === null)
  const chosen = teams?.find(({ id }) => id === edited) ?? usual
  const create = <Create onCreate={() => edit(NEW)} />
  const detail = (chosen || edited === NEW) && teams && (
    <Suspense fallback={<Waiting />}>
      <TeamDetail key={chosen?.id ?? edited} team={chosen} teams={teams} onClose={close} onMade={edit} />
    </Suspense>
  )
  return (
    <FullPage>
      <PageHead
        title={t(($) => $.title)}
        summary={teams && <b>{teams.filter((team) => team.archivedAt === null).length}</b>}
        actions={create}
      />
      <Pending of={query} />
      {teams?.length === 0 && edited !== NEW && (
        <EmptyState icon={IconSitemap} title={t(($) => $.emptyTitle)} actions={create}>
          {t(($) => $.emptyText)}
        </EmptyState>
      )}
      {teams && (teams.length > 0 || edited === NEW) && (
        <Split
          width={520}
          onBack={close}
          list={<TeamList teams={teams} chosen={chosen?.id ?? null} onChoose={edit} />}
          detail={detail || null}
        />
      )}
    </FullPage>
  )
}
