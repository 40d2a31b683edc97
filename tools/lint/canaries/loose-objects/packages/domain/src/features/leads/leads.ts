import { z } from 'zod'

export const draft = z.object({ name: z.string() })
