/** Opens the palette from anywhere. */
import { onCall } from '../on-call.tsx'

export const { open: openPalette, Host: PaletteHost } = onCall(() => import('./palette.tsx'))
