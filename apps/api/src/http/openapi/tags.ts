/** The rooms of the API as chapters of its document. */
import type { Json } from './schemas.ts'
import type { Declared } from './operation.ts'

const about: Record<string, string> = {
  'api-keys': 'Keys for programs: scopes, expiry, rotation. The key itself is shown once.',
  competitors: 'Whom deals are won from or lost to.',
  dictionaries: 'The lists that people choose from, such as industries and loss reasons.',
  'dictionary-items': 'What stands in a dictionary.',
  'exchange-rates': 'Rates to the base currency, by day.',
  activities: 'Calls, visits, meetings and tasks, planned and done.',
  contacts: 'People, and the customers they stand for.',
  customers: 'Companies and persons who buy or may buy.',
  events: 'What happened: the feed for integrations, the timeline of a record, the audit trail.',
  imports: 'Files on their way in: mapping, dry run, decisions, run, undo. No row is dropped in silence.',
  installations: 'The first set-up.',
  products: 'What is sold.',
  opportunities: 'Deals, their lines, people and worth.',
  pipelines: 'The ways deals go, and their stages.',
  invitations: 'Links by which somebody comes in or chooses a new password.',
  relations: 'How people know each other, and how customers stand to each other.',
  roles: 'Rights, data scopes and rules of single fields.',
  publications: 'Drafts of a pipeline, their preview, and publishing them.',
  sessions: 'Signing in and out, and who the caller is.',
  settings: 'What holds for the whole organisation.',
  sources: 'Where leads and customers come from.',
  trash: 'What was deleted, and bringing it back.',
  teams: 'The tree of teams.',
  users: 'Who works here.',
  reports: 'Fixed questions, every figure with the filter that opens its rows.',
  demo: 'The sample company: loaded and taken out again.',
  'stage-moves': 'The only ways to change the stage of a deal; each leaves a row that says who, when and why.',
}

export const tagsOf = (routes: readonly Declared[]): Json[] =>
  [...new Set(routes.map(({ room }) => room))]
    .toSorted()
    .map((name) => ({ name, description: about[name] ?? `Everything about ${name.replaceAll('-', ' ')}.` }))
