import { z } from 'zod'

const route = <T>(contract: T): T => contract
export const leadRoutes = {
  claim: route({ body: z.object({ note: z.string() }), reply: z.object({ id: z.string() }) }),
}
