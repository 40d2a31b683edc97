/** How a person likes the product to look and to be operated, on every device. What is absent he has not chosen. */
import { z } from 'zod'
import { densities, schemes, singleKeys } from '../../preference-choices.ts'

export const preferences = z
  .strictObject({
    density: z.enum(densities).meta({ description: 'How high the rows of lists are.' }),
    scheme: z.enum(schemes).meta({ description: 'Light, dark, or as the device has it.' }),
    keys: z.enum(singleKeys).meta({ description: 'Whether single letters start something.' }),
  })
  .partial()
  .meta({ id: 'Preferences' })
export type Preferences = z.output<typeof preferences>

/** What was kept once and is known today; anything else is left out. */
export const knownPreferences = (kept: unknown): Preferences => {
  const given = typeof kept === 'object' && kept !== null ? kept : {}
  const known = Object.entries(preferences.shape).filter(([name, one]) => one.safeParse((given as never)[name]).data)
  return Object.fromEntries(known.map(([name]) => [name, (given as never)[name]]))
}
