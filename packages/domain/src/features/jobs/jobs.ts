/** A job as it is sent. */
import { z } from 'zod'
import { recordSchema } from '../../field/schemas.ts'
import { jobFields } from './jobs.fields.ts'

export const jobVerbs = ['cancel', 'undo', 'download'] as const

const address = (description: string) => z.string().nullable().meta({ description })

export const job = recordSchema('Job', jobFields, jobVerbs, {
  errorsUrl: address(
    'Where the rows that failed, or were kept by an undo, are listed with the reason; null without any.',
  ),
  undoUrl: address('Where a POST takes all of it back; null where that cannot be done any more.'),
  fileUrl: address('Where the file of an export lies; null without one.'),
  errorText: z.string().nullable().meta({ description: 'Why the whole job failed, in words.' }),
})
export type Job = z.output<typeof job>

/** A record that a job left as it was, and why. */
export const jobFault = z
  .object({
    rowNo: z.int(),
    recordId: z.string(),
    /** Null for a record the reader does not see (any more). */
    record: z.object({ id: z.string(), label: z.string() }).nullable(),
    outcome: z.enum(['failed', 'kept']),
    code: z.string(),
    message: z.string(),
  })
  .meta({ id: 'JobFault' })
export type JobFault = z.output<typeof jobFault>
