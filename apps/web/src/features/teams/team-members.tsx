/** Who belongs to the team. Joining and leaving is written with the person, so it is an administrator's act. */
import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay, useMe } from '../../app/session.ts'
import { useLabel } from '../../lib/use-language.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { IconButton } from '../../ui/button.tsx'
import { Person } from '../../ui/marks/avatar.tsx'
import { Chip } from '../../ui/marks/chip.tsx'
import { useRefSearch } from '../../ui/ref-source.ts'
import { Section } from '../../ui/section.tsx'
import { toast } from '../../ui/toast.tsx'
import { Pending } from '../../ui/pending.tsx'
import styles from './teams.module.css'
import { membersOf, useSetMembership, type Team } from './teams.queries.ts'

function useMembership(team: Team) {
  const problemText = useProblemText()
  const set = useSetMembership()
  return (userId: string, belongs: boolean) =>
    set.mutate(
      { userId, teamId: team.id, belongs },
      { onError: (error) => toast(problemText(error), { tone: 'problem' }) },
    )
}

function AddMember({ team, known }: { team: Team; known: Set<string> }) {
  const { t } = useTranslation('teams')
  const [typed, setTyped] = useState('')
  const { data = [] } = useRefSearch('users', typed)
  const set = useMembership(team)
  return (
    <Select
      className={styles.add}
      aria-label={t(($) => $.add)}
      placeholder={t(($) => $.add)}
      data={data.filter(({ value }) => !known.has(value)).map(({ value, label }) => ({ value, label }))}
      value={null}
      onChange={(userId) => {
        setTyped('')
        if (userId) set(userId, true)
      }}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
    />
  )
}

export function TeamMembers({ team }: { team: Team }) {
  const { t } = useTranslation('teams')
  const textOf = useLabel()
  const { user: me } = useMe()
  const mayAdminister = useMay()('people.administer')
  const query = useQuery(membersOf(team.id))
  const { data } = query
  const set = useMembership(team)
  const members = data?.items ?? []
  return (
    <Section
      bare
      title={t(($) => $.members)}
      note={data?.items.length}
      aside={mayAdminister && <AddMember team={team} known={new Set(members.map(({ id }) => id))} />}
    >
      <Pending of={query} rows={3} />
      {data && members.length === 0 && <p className={styles.none}>{t(($) => $.noMembers)}</p>}
      <ul>
        {members.map((user) => (
          <li key={user.id} className={styles.member}>
            <Person name={user.name} me={user.id === me.id} />
            <span className={styles.memberTitle}>{user.title}</span>
            {user.id === team.managerId && <Chip tone="blue">{textOf(t(($) => $.manager))}</Chip>}
            {user.primaryTeamId !== team.id && <Chip>{t(($) => $.second)}</Chip>}
            {mayAdminister && (
              <IconButton
                small
                icon={IconX}
                label={t(($) => $.remove, { name: user.name })}
                onClick={() => set(user.id, false)}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
