/** Lets Mantine keep the theme where the other preferences are. */
import type { MantineColorSchemeManager } from '@mantine/core'
import { preference, setPreference } from './preferences.ts'

export const schemeManager: MantineColorSchemeManager = {
  get: () => preference('scheme'),
  set: (value) => setPreference('scheme', value),
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => setPreference('scheme', 'auto'),
}
