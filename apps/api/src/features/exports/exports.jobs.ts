/** The work of exports in the background. */
import type { Permission } from '@rapport/domain/access/permissions.ts'
import type { Worker } from '../../jobs/worker.ts'
import { onJob, patient } from '../jobs/job-work.ts'
import { runExport } from './run.commands.ts'

export const exportWorkers: readonly Worker[] = [
  {
    queue: 'exports.run',
    options: patient,
    work: onJob({
      state: 'running',
      right: ({ entity }) => `${entity}.export` as Permission,
      failed: 'export.failed',
      work: runExport,
    }),
  },
]
