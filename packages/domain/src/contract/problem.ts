/** The body of every answer that is not a success (RFC 9457), content type application/problem+json. */
import { z } from 'zod'

export const fieldProblem = z
  .object({
    path: z.string(),
    code: z.string(),
    message: z.string(),
    params: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'FieldProblem' })

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    /** Stable; what a program should look at. */
    code: z.string(),
    errors: z.array(fieldProblem).optional(),
    /** Facts a screen needs to show the way out: the missing criteria, the winner of a claim, conflicting values. */
    params: z.record(z.string(), z.unknown()).optional(),
    requestId: z.string(),
  })
  .meta({ id: 'Problem' })

export type Problem = z.output<typeof problem>
export type FieldProblem = z.output<typeof fieldProblem>
