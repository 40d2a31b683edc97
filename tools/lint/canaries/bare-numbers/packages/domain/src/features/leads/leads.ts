import { z } from 'zod'

export const score = z.number().min(0)
