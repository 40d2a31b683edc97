/**
 * The namespaces and their keys; English is the shape, the check of the texts demands the same keys in Chinese.
 * A text that counts has its plural under the plain key and, in English, its singular under `…_one`.
 */
import type activities from '../locales/en/activities.json'
import type apiKeys from '../locales/en/apiKeys.json'
import type attachments from '../locales/en/attachments.json'
import type collaborators from '../locales/en/collaborators.json'
import type comments from '../locales/en/comments.json'
import type common from '../locales/en/common.json'
import type competitors from '../locales/en/competitors.json'
import type contacts from '../locales/en/contacts.json'
import type customers from '../locales/en/customers.json'
import type dictionaries from '../locales/en/dictionaries.json'
import type events from '../locales/en/events.json'
import type exchangeRates from '../locales/en/exchangeRates.json'
import type imports from '../locales/en/imports.json'
import type invitations from '../locales/en/invitations.json'
import type jobs from '../locales/en/jobs.json'
import type notifications from '../locales/en/notifications.json'
import type opportunities from '../locales/en/opportunities.json'
import type pipelines from '../locales/en/pipelines.json'
import type products from '../locales/en/products.json'
import type relations from '../locales/en/relations.json'
import type reports from '../locales/en/reports.json'
import type roles from '../locales/en/roles.json'
import type sessions from '../locales/en/sessions.json'
import type settings from '../locales/en/settings.json'
import type sources from '../locales/en/sources.json'
import type teams from '../locales/en/teams.json'
import type trash from '../locales/en/trash.json'
import type users from '../locales/en/users.json'

export type Resources = {
  activities: typeof activities
  apiKeys: typeof apiKeys
  attachments: typeof attachments
  collaborators: typeof collaborators
  comments: typeof comments
  common: typeof common
  competitors: typeof competitors
  contacts: typeof contacts
  customers: typeof customers
  dictionaries: typeof dictionaries
  events: typeof events
  exchangeRates: typeof exchangeRates
  imports: typeof imports
  invitations: typeof invitations
  jobs: typeof jobs
  notifications: typeof notifications
  opportunities: typeof opportunities
  pipelines: typeof pipelines
  products: typeof products
  relations: typeof relations
  reports: typeof reports
  roles: typeof roles
  sessions: typeof sessions
  settings: typeof settings
  sources: typeof sources
  teams: typeof teams
  trash: typeof trash
  users: typeof users
}
export type Namespace = keyof Resources

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    enableSelector: 'optimize'
    resources: Resources
  }
}
