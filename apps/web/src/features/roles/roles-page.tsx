/** Roles: what their holders may do with which records, how far that reaches, and which fields stay closed. */
import { useQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../app/session.ts'
import { NEW, useEdited } from '../../lib/use-edited.ts'
import { useIsPhone } from '../../lib/use-is-phone.ts'
import { useLabel, useLanguage } from '../../lib/use-language.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/marks/chip.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { FullPage } from '../../ui/page.tsx'
import { Split, SplitList, SplitRow } from '../../ui/split.tsx'
import { Pending } from '../../ui/pending.tsx'
import { RoleDetail } from './role-detail.tsx'
import { allRoles, type Role } from './roles.queries.ts'

const RoleCreate = lazy(() => import('./role-create.tsx'))

type ListProps = { roles: Role[]; chosen: string | undefined; onChoose: (id: string) => void }

function RoleList({ roles, chosen, onChoose }: ListProps) {
  const { t } = useTranslation('roles')
  const textOf = useLabel()
  const zh = useLanguage() === 'zh'
  return (
    <SplitList label={t(($) => $.title)}>
      {roles.map((role) => (
        <SplitRow
          key={role.id}
          chosen={role.id === chosen}
          onChoose={() => onChoose(role.id)}
          title={
            <>
              {textOf(role.label)}
              {role.archivedAt && <Chip>{t(($) => $.archived)}</Chip>}
            </>
          }
          note={zh ? role.label.en : role.label.zh}
          aside={role.memberCount > 0 ? t(($) => $.members, { count: role.memberCount }) : undefined}
        />
      ))}
    </SplitList>
  )
}

export default function RolesPage() {
  const { t } = useTranslation('roles')
  const may = useMay()
  const query = useQuery(allRoles)
  const { data } = query
  const { edited, edit, close } = useEdited()
  const roles = data?.items ?? []
  const phone = useIsPhone()
  // Beside the list there is always one to look at; a phone shows the list first.
  const shown = roles.find(({ id }) => id === edited) ?? (phone ? undefined : roles[0])
  return (
    <FullPage>
      <PageHead
        title={t(($) => $.title)}
        summary={data && <b>{roles.length}</b>}
        actions={
          may('roles.create') && (
            <Button tone="primary" icon={IconPlus} onClick={() => edit(NEW)}>
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
          list={<RoleList roles={roles} chosen={shown?.id} onChoose={edit} />}
          detail={shown ? <RoleDetail key={`${shown.id} ${shown.version}`} role={shown} onGone={close} /> : null}
        />
      )}
      <Suspense>{edited === NEW && <RoleCreate roles={roles} onClose={close} onMade={edit} />}</Suspense>
    </FullPage>
  )
}
