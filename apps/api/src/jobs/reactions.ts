/** Each room's reactions, in one list. */
import { bulkWorkers } from '../features/bulk/bulk.jobs.ts'
import { exportWorkers } from '../features/exports/exports.jobs.ts'
import { importWorkers } from '../features/imports/imports.jobs.ts'
import { notificationWorkers } from '../features/notifications/notifications.jobs.ts'
import type { Worker } from './worker.ts'

export const workers: readonly Worker[] = [...importWorkers, ...bulkWorkers, ...exportWorkers, ...notificationWorkers]
