/** Opens the sheet of keys from anywhere. */
import { onCall } from './on-call.tsx'

export const { open: openShortcuts, Host: ShortcutSheet } = onCall(() => import('./shortcut-list.tsx'))
