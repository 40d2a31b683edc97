import { z } from 'zod'

export const draft = z.strictObject({ country: z.string().default('CN') })
