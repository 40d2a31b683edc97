import { describe, expect, it } from 'vitest'
import { decideTeams } from './users.rules.ts'

const none = { teamIds: [], primaryTeamId: null }
const two = { teamIds: ['a', 'b'], primaryTeamId: 'a' }

describe('decideTeams', () => {
  it.each([
    ['nothing sent', two, {}, two],
    ['the primary team is joined', none, { primaryTeamId: 'a' }, { teamIds: ['a'], primaryTeamId: 'a' }],
    ['the first team becomes primary', none, { teamIds: ['b', 'c'] }, { teamIds: ['b', 'c'], primaryTeamId: 'b' }],
    ['leaving the primary team', two, { teamIds: ['b'] }, { teamIds: ['b'], primaryTeamId: 'b' }],
    ['leaving all', two, { teamIds: [] }, none],
    ['another primary of the same teams', two, { primaryTeamId: 'b' }, { teamIds: ['b', 'a'], primaryTeamId: 'b' }],
    ['no primary on purpose', two, { primaryTeamId: null }, { teamIds: ['a', 'b'], primaryTeamId: null }],
    ['both sent and apart', two, { teamIds: ['c'], primaryTeamId: 'd' }, { teamIds: ['d', 'c'], primaryTeamId: 'd' }],
  ])('%s', (_, before, sent, after) => {
    expect(decideTeams(before, sent)).toEqual(after)
  })
})
