/** The fact that is asked for elsewhere on the page (what is missing of a profile): its editor opens where the fact stands. */
import { shared } from '../lib/shared.ts'

/** The field's key; null once it has opened. */
export const factToEdit = shared<string | null>(null)
