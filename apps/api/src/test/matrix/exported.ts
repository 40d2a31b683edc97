/** What an export tells somebody: asked for, worked on at once, and read as it is downloaded. */
import { jobEntities } from '@rapport/domain/features/jobs/job-choices.ts'
import { exportWorkers } from '../../features/exports/exports.jobs.ts'
import { ask, type Answer, type Stage } from './judge.ts'
import type { Person } from './people.ts'

const exportable = new Set<string>(jobEntities.map(({ value }) => value))

/** All columns of all he may see, or the refusal; null for a noun that has no export. */
export const exportedTo = async (stage: Stage, reader: Person, noun: string): Promise<Answer | null> => {
  if (!exportable.has(noun)) return null
  const started = await ask(stage, reader, 'POST', '/exports', { entity: noun, format: 'csv', language: 'en' })
  if (started.status !== 202) return started
  const id = String(started.body.id)
  const { eventId } = await stage.prisma.job.findUniqueOrThrow({ where: { id } })
  for (const { work } of exportWorkers) await work(stage.app.services, { eventId: eventId ?? '' }, stage.app.log)
  return ask(stage, reader, 'GET', `/exports/${id}/file`)
}
