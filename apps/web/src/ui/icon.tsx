/** An icon as we draw them: 16 px, stroke 1.75, silent for screen readers because words stand beside it. */
import type { Icon as TablerIcon } from '@tabler/icons-react'

export type IconType = TablerIcon

export function Icon({
  of: Drawing,
  size = 16,
  className,
}: {
  of: IconType
  size?: number
  className?: string | undefined
}) {
  return <Drawing size={size} stroke={1.75} aria-hidden className={className} />
}
