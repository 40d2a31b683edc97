/** A stage's colour as a token of the theme: what is won is drawn like everything that went well. */
import type { Stage } from './pipelines.queries.ts'

export const colourOf = (color: Stage['color']): string => (color === 'won' ? 'ok-mark' : color)
