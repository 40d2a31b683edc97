import { z } from 'zod'

export const page = z.coerce.bigint()
