import { z } from 'zod'

export const providers = z
