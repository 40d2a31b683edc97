/** Lets Mantine keep the theme where the other preferences are, and show one that was chosen on another device. */
import type { MantineColorSchemeManager } from '@mantine/core'
import { preference, setPreference, subscribe } from './preferences.ts'

let stop: (() => void) | undefined

export const schemeManager: MantineColorSchemeManager = {
  get: () => preference('scheme'),
  set: (value) => setPreference('scheme', value),
  subscribe: (onUpdate) => {
    let shown = preference('scheme')
    stop = subscribe(() => {
      const scheme = preference('scheme')
      if (scheme === shown) return
      shown = scheme
      onUpdate(scheme)
    })
  },
  unsubscribe: () => stop?.(),
  clear: () => setPreference('scheme', 'auto'),
}
