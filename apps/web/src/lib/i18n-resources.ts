/** The namespaces and their keys; English is the shape, the check of the texts demands the same keys in Chinese. */
import type common from '../locales/en/common.json'
import type sessions from '../locales/en/sessions.json'

export type Resources = {
  common: typeof common
  sessions: typeof sessions
}
export type Namespace = keyof Resources

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    enableSelector: 'optimize'
    resources: Resources
  }
}
