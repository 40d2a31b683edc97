/** Shows the explaining page instead of a screen whose right is not held. The server decides anyway; this saves the try. */
import type { ReactNode } from 'react'
import { useMatches } from 'react-router'
import { useMay } from './session.ts'
import type { Handle } from './handle.ts'
import { Forbidden } from './pages/forbidden.tsx'

export function Gate({ children }: { children: ReactNode }) {
  const may = useMay()
  const missing = useMatches()
    .map((match) => (match.handle as Handle | undefined)?.permission)
    .find((permission) => !may(permission))
  return missing ? <Forbidden permission={missing} /> : children
}
