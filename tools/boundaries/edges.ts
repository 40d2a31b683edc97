/*
 * The rooms that may enter another room, on every floor alike. One line each, with the reason, so that the list stays short
 * and read. What only asks for a related record's id and label needs no line: a nested select may take those.
 */
export type Edge = { from: string; to: string[]; why: string }

export const edges: Edge[] = [
  {
    from: 'sessions',
    to: ['notifications', 'settings'],
    why: 'who signs in learns the organisation’s settings with his own, and how one is told stands among one’s own settings',
  },
  { from: 'api-keys', to: ['roles'], why: 'what a key may do is offered in the words and the order of roles' },
  { from: 'users', to: ['sessions'], why: 'a first password obeys the policy of all passwords' },
  {
    from: 'invitations',
    to: ['sessions', 'users'],
    why: 'who follows the link an administrator made for a user is signed in',
  },
  {
    from: 'installations',
    to: [
      'activities',
      'settings',
      'sessions',
      'roles',
      'sources',
      'dictionaries',
      'pipelines',
      'opportunities',
      'saved-views',
      'users',
    ],
    why: 'the first set-up fills the rooms with what they start with',
  },
  {
    from: 'activities',
    to: ['bulk', 'customers', 'contacts', 'exports', 'opportunities', 'saved-views', 'settings'],
    why: 'an activity is seen through the customer or deal it is about, and is missed by the organisation’s days; its list is kept as views and taken along as a file',
  },
  {
    from: 'contacts',
    to: ['bulk', 'customers', 'duplicates', 'exports', 'saved-views'],
    why: 'a contact is seen through the customers where it stands, keeps the keys by which it is recognised, and has its lists kept',
  },
  {
    from: 'products',
    to: ['bulk', 'events', 'exports', 'saved-views'],
    why: 'views are kept of the list of products, many are changed from it, and the panel of one shows its history',
  },
  { from: 'events', to: ['pipelines'], why: 'a history says by its name what part a person has in a deal' },
  {
    from: 'customers',
    to: ['bulk', 'duplicates', 'exports', 'number-sequences', 'ownership-periods', 'saved-views'],
    why: 'a customer writes its keys, its number and the period of its owner in its own transaction; its lists are kept as views',
  },
  {
    from: 'opportunities',
    to: [
      'bulk',
      'number-sequences',
      'exchange-rates',
      'exports',
      'pipelines',
      'customers',
      'contacts',
      'products',
      'competitors',
      'saved-views',
      'settings',
    ],
    why: 'a deal stands in a stage, is seen through its customer, and takes number and rate in its own transaction',
  },
  {
    from: 'collaborators',
    to: ['customers', 'opportunities', 'settings'],
    why: 'access is lent to a customer or a deal, until a day of the organisation',
  },
  {
    from: 'relations',
    to: ['contacts', 'customers'],
    why: 'a relation is seen by who sees both its ends, and is changed by who may change the one he stands at',
  },
  {
    from: 'attachments',
    to: ['activities', 'customers', 'contacts', 'opportunities', 'settings'],
    why: 'a file is seen by who sees the record it belongs to, and is as large as the organisation allows',
  },
  {
    from: 'comments',
    to: ['collaborators', 'customers', 'contacts', 'opportunities'],
    why: 'a comment is seen by who sees the record it is about; whom it mentions can be lent access with it',
  },
  {
    from: 'notifications',
    to: ['activities', 'contacts', 'customers', 'imports', 'jobs', 'opportunities'],
    why: 'a notice is seen by who still sees the record it is about, and bears its name of today',
  },
  { from: 'pipelines', to: ['settings'], why: 'a new pipeline counts in the organisation’s currency' },
  {
    from: 'publications',
    to: ['pipelines', 'opportunities', 'settings'],
    why: 'publishing stages moves the deals of those that vanish, and previews which ones',
  },
  {
    from: 'dictionaries',
    to: ['relations'],
    why: 'the items of some dictionaries have a second name, read from the other end of a relation',
  },
  { from: 'trash', to: ['contacts'], why: 'a person who comes back may be the first again where nobody is' },
  {
    from: 'stage-moves',
    to: ['opportunities', 'pipelines', 'activities', 'settings'],
    why: 'a move changes the opportunity by its pipeline’s rules',
  },
  {
    from: 'imports',
    to: [
      'customers',
      'contacts',
      'duplicates',
      'products',
      'users',
      'teams',
      'opportunities',
      'pipelines',
      'sources',
      'settings',
      'number-sequences',
      'exchange-rates',
    ],
    why: 'an import writes through the commands of the rooms it fills',
  },
  {
    from: 'demo',
    to: [
      'activities',
      'attachments',
      'collaborators',
      'comments',
      'competitors',
      'contacts',
      'customers',
      'duplicates',
      'imports',
      'installations',
      'opportunities',
      'ownership-periods',
      'products',
      'relations',
      'saved-views',
      'settings',
      'stage-moves',
      'teams',
      'users',
    ],
    why: 'the sample company is told through the commands of every room',
  },
  {
    from: 'timelines',
    to: ['activities', 'attachments', 'comments', 'events', 'customers', 'contacts', 'opportunities'],
    why: 'a timeline puts what was done, with its files, what was said and what happened into one order, and tells of changes by the fields of each noun',
  },
  { from: 'search', to: ['duplicates'], why: 'a phone is looked for by the digits under which it is kept' },
  {
    from: 'bulk',
    to: ['activities', 'customers', 'contacts', 'opportunities', 'products', 'jobs', 'ownership-periods', 'trash'],
    why: 'a change of many records obeys the rules of their rooms, and is a job',
  },
  {
    from: 'exports',
    to: ['activities', 'contacts', 'customers', 'imports', 'jobs', 'opportunities', 'products', 'settings'],
    why: 'an export is a job; its columns are the fields of these rooms under the names by which an import knows them',
  },
  { from: 'reports', to: ['opportunities', 'settings'], why: 'a report adds up the very rows its reader may list' },
]

/** Whether a module of the room `from` may import from the room `to`. */
export const mayEnter = (from: string, to: string): boolean =>
  edges.some((edge) => edge.from === from && edge.to.includes(to))
