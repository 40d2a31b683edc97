/** The list on the screen, for what is shown beside it: the walk that stands at one of its records. */
import { shared } from './shared.ts'
import type { Walk } from './walk.ts'

export const openList = shared<((id: string) => Walk | undefined) | null>(null)
