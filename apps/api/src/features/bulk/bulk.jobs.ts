/** The work of bulk changes in the background. */
import type { Permission } from '@rapport/domain/access/permissions.ts'
import type { Worker } from '../../jobs/worker.ts'
import { onJob, patient } from '../jobs/job-work.ts'
import type { StoredJob } from '../jobs/jobs.queries.ts'
import { runBulk, undoBulk } from './run.commands.ts'

const right = ({ entity, action }: StoredJob) => `${entity}.${action === 'delete' ? 'delete' : 'update'}` as Permission

export const bulkWorkers: readonly Worker[] = [
  {
    queue: 'bulk.run',
    options: patient,
    work: onJob({ state: 'running', right, failed: 'bulk.failed', work: runBulk }),
  },
  {
    queue: 'bulk.undo',
    options: patient,
    work: onJob({ state: 'undoing', right, failed: 'bulk.failed', work: undoBulk }),
  },
]
