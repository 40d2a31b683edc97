/**
 * The namespaces and their keys; English is the shape, the check of the texts demands the same keys in Chinese.
 * A text that counts has its plural under the plain key and, in English, its singular under `…_one`.
 */
import type activities from '../locales/en/activities.json'
import type common from '../locales/en/common.json'
import type customers from '../locales/en/customers.json'
import type contacts from '../locales/en/contacts.json'
import type opportunities from '../locales/en/opportunities.json'
import type products from '../locales/en/products.json'
import type reports from '../locales/en/reports.json'
import type sessions from '../locales/en/sessions.json'
import type sources from '../locales/en/sources.json'
import type trash from '../locales/en/trash.json'

export type Resources = {
  activities: typeof activities
  common: typeof common
  customers: typeof customers
  contacts: typeof contacts
  opportunities: typeof opportunities
  products: typeof products
  reports: typeof reports
  sessions: typeof sessions
  sources: typeof sources
  trash: typeof trash
}
export type Namespace = keyof Resources

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    enableSelector: 'optimize'
    resources: Resources
  }
}
