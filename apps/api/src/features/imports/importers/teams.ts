/** Teams from a file; a tree comes in whatever the order of its rows. */
import { teamDraft, teamPatch, type TeamDraft, type TeamPatch } from '@rapport/domain/features/teams/teams.ts'
import { createTeam, updateTeam } from '../../teams/teams.commands.ts'
import { matchTeams } from '../../teams/teams.import.queries.ts'
import { teamRecords } from '../../teams/teams.records.ts'
import type { Importer } from '../batch/importer.ts'

export const teamImporter: Importer = {
  batch: 100,
  records: teamRecords,
  draft: teamDraft,
  patch: teamPatch,
  match: (tx, _plan, path, values) => matchTeams(tx, path, values),
  // Teams are few and stand in a tree, so each comes in by the command a person would call.
  create: async (tx, _plan, rows) => {
    const ids: string[] = []
    for (const { draft } of rows) ids.push((await createTeam(tx, draft as TeamDraft, 'team.imported')).id)
    return ids
  },
  update: (tx, id, patch) => updateTeam(tx, id, patch as TeamPatch),
}
