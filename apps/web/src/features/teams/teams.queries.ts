/** Teams from the API. The tree is small and read whole. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type BodyOf, type ReplyOf } from '../../lib/call.ts'

export type Team = ReplyOf<'GET /teams/:id'>

const readAll = async (signal: AbortSignal): Promise<Team[]> => {
  const teams: Team[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const query = { limit: '200', total: 'none', sort: 'label', ...(cursor && { cursor }) } as const
    const page: ReplyOf<'GET /teams'> = await call('GET /teams', { query, signal })
    teams.push(...page.items)
    cursor = page.nextCursor
  }
  return teams
}

export const allTeams = queryOptions({ queryKey: ['teams', 'all'], queryFn: ({ signal }) => readAll(signal) })

/** Who belongs to a team and works here. */
export const membersOf = (teamId: string) =>
  queryOptions({
    queryKey: ['users', 'of-team', teamId],
    queryFn: ({ signal }) => {
      const filter = {
        and: [
          { field: 'teamIds', op: 'hasAny', value: [teamId] },
          { field: 'status', op: 'ne', value: 'left' },
        ],
      }
      return call('GET /users', { query: { filter: JSON.stringify(filter), limit: '200', sort: 'name' }, signal })
    },
  })

export const teamQuery = (id: string) =>
  queryOptions({
    queryKey: ['teams', 'one', id],
    queryFn: ({ signal }) => call('GET /teams/:id', { params: { id }, signal }),
  })

function useChange<V, R>(change: (input: V) => Promise<R>) {
  const client = useQueryClient()
  const refresh = () => Promise.all(['teams', 'users'].map((noun) => client.invalidateQueries({ queryKey: [noun] })))
  return useMutation({ mutationFn: change, onSuccess: refresh })
}

export const useCreateTeam = () => useChange((body: BodyOf<'POST /teams'>) => call('POST /teams', { body }))

type Change = { team: Pick<Team, 'id' | 'version'>; body: BodyOf<'PATCH /teams/:id'> }
export const useUpdateTeam = () =>
  useChange(({ team, body }: Change) =>
    call('PATCH /teams/:id', { params: { id: team.id }, body, version: team.version }),
  )

export const useArchiveTeam = () =>
  useChange(({ team, archive }: { team: Pick<Team, 'id' | 'version'>; archive: boolean }) => {
    const args = { params: { id: team.id }, body: { version: team.version } }
    return archive ? call('POST /teams/:id/archive', args) : call('POST /teams/:id/unarchive', args)
  })

type Membership = { userId: string; teamId: string; belongs: boolean }
/** Joins or leaves one team; the person's other teams stay as they are at this moment. */
export const useSetMembership = () =>
  useChange(async ({ userId, teamId, belongs }: Membership) => {
    const params = { id: userId }
    const user = await call('GET /users/:id', { params })
    const others = user.teamIds.filter((id) => id !== teamId)
    const teamIds = belongs ? [...others, teamId] : others
    return call('PATCH /users/:id', { params, body: { teamIds }, version: user.version })
  })
