/** The columns of the list of users. */
import { userFields } from '@rapport/domain/features/users/users.fields.ts'
import { useMemo } from 'react'
import { useMe } from '../../app/session.ts'
import { useLabel, type Label } from '../../lib/use-language.ts'
import { Person } from '../../ui/marks/avatar.tsx'
import { Chip, type ChipTone } from '../../ui/marks/chip.tsx'
import { choiceLabel } from '../../ui/record-grid/cells.ts'
import type { GridColumn } from '../../ui/record-grid/columns.ts'
import type { User } from './users.queries.ts'

type TextOf = (label: Label | string) => string
type Column = GridColumn<User>

const tones: Record<User['status'], ChipTone> = { invited: 'blue', active: 'ok', suspended: 'warn', left: 'plain' }

export function StatusChip({ status }: { status: User['status'] }) {
  const textOf = useLabel()
  return <Chip tone={tones[status]}>{textOf(choiceLabel(userFields.status, status))}</Chip>
}

const column = (
  id: keyof typeof userFields,
  width: number,
  cell: Column['cell'],
  more: Partial<Column> = {},
): Column => ({
  id,
  label: userFields[id].label,
  width,
  cell,
  sortable: 'sortable' in userFields[id],
  ...more,
})

const identity = (me: string): Column[] => [
  column('name', 150, (user) => <Person name={user.name} me={user.id === me} />),
  column('title', 150, (user) => user.title),
]

const place = (textOf: TextOf, roleNames: Map<string, string>): Column[] => [
  column('primaryTeamId', 120, (user) => user.primaryTeam && textOf(user.primaryTeam.label)),
  column('roleIds', 120, (user) => user.roleIds.flatMap((id) => roleNames.get(id) ?? []).join(' · ')),
  column('managerId', 100, (user) => user.manager && textOf(user.manager.label)),
]

const account: Column[] = [
  column('email', 210, (user) => user.email, { grow: true }),
  column('status', 88, (user) => <StatusChip status={user.status} />),
  column('lastSeenAt', 110, (user, format) => user.lastSeenAt && format.relative(user.lastSeenAt)),
  column('phone', 150, (user) => user.phone, { optional: true }),
  column('joinedAt', 120, (user, format) => user.joinedAt && format.date(user.joinedAt), { optional: true }),
]

/** `roleNames` is empty for who may not read roles; the column is left out then. */
export function useUserColumns(roleNames: Map<string, string>): Column[] {
  const textOf = useLabel()
  const { user: me } = useMe()
  return useMemo(() => {
    const columns = [...identity(me.id), ...place(textOf, roleNames), ...account]
    return roleNames.size > 0 ? columns : columns.filter(({ id }) => id !== 'roleIds')
  }, [textOf, me.id, roleNames])
}
