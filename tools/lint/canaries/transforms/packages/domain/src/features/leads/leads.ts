import { z } from 'zod'

export const name = z.string().transform((value) => value.trim())
