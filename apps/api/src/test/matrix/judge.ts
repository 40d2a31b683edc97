/** Runs the cells of the matrix: calls the route as somebody, about a record in some relation to him, and compares. */
import type { PrismaClient } from '@rapport/prisma'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'

import { recordSets } from '../../records/all.ts'
import type { People, Person } from './people.ts'
import { probesOf, type Subject } from './probes.ts'
import { beyondRights, holds, isWithin, outsiders, relations, stateful, type Relation } from './rights.ts'
import type { Cell } from './routes.ts'
import type { Watch } from './watch.ts'
import { worlds } from './worlds.ts'
import { aCanary, type World } from './worlds/world.ts'

export type Stage = { app: FastifyInstance; prisma: PrismaClient; people: People; watch: Watch }
export type Answer = { status: number; text: string; body: Record<string, unknown>; etag: string }
export type Tally = { cells: number; refused: number; faults: string[] }

export const ask = async (
  stage: Stage,
  person: Person,
  method: string,
  path: string,
  body?: object,
): Promise<Answer> => {
  const sent = body && (await encode(body))
  const request = {
    method: method as 'GET',
    url: `/api/v1${path}`,
    headers: { 'accept-language': 'en', ...person.headers, ...(sent && { 'content-type': sent.type }) },
    ...(sent && { payload: sent.payload }),
  }
  if (path === ENDLESS) return headOf(await stage.app.inject({ ...request, payloadAsStream: true }))
  const reply = await stage.app.inject(request)
  const isJson = String(reply.headers['content-type']).includes('json')
  const received = isJson ? (reply.json() as Record<string, unknown>) : {}
  return { status: reply.statusCode, text: reply.body, body: received, etag: String(reply.headers.etag) }
}

// A stream is left after its first words; a refusal ends by itself.
const ENDLESS = '/events/stream'
const headOf = async (reply: LightMyRequestResponse): Promise<Answer> => {
  const stream = reply.stream()
  let text = ''
  for await (const chunk of stream) {
    text += String(chunk)
    if (reply.statusCode === 200) break
  }
  const body = reply.statusCode === 200 ? {} : (JSON.parse(text) as Record<string, unknown>)
  return { status: reply.statusCode, text, body, etag: '' }
}

const encode = async (body: object): Promise<{ type: string; payload: string | Buffer }> => {
  if (!(body instanceof FormData)) return { type: 'application/json', payload: JSON.stringify(body) }
  const form = new Response(body)
  return { type: form.headers.get('content-type') ?? '', payload: Buffer.from(await form.arrayBuffer()) }
}

/** What must come of it, by the table alone: a status of refusal, or success. */
export const expected = (person: Person, cell: Cell, relation: Relation, world: World): 'ok' | 401 | 403 | 404 => {
  const { principal } = person
  if (outsiders.includes(principal)) return 401
  if (cell.channel === 'feed') return 'ok' // the feed is everybody's; what stands in it is not
  if (!holds(principal, cell.noun, cell.letter)) return 403
  const beyond = beyondRights.some(
    ({ routes, who, relations: where }) =>
      routes.includes(cell.name) && who.includes(principal) && where.includes(relation),
  )
  if (['create', 'list', 'aggregate', 'aside', 'bulk'].includes(cell.channel)) return beyond ? 403 : 'ok'
  if (!isWithin(principal, cell.noun, relation, world.open === true)) return 404
  return beyond ? 403 : 'ok'
}

/** The relations in which a noun's record can stand. */
export const relationsOf = ({ open, lasting, child }: World): readonly Relation[] =>
  relations.filter(
    (relation) =>
      !(open && ['sameTeam', 'below', 'otherTeam'].includes(relation)) &&
      !(relation === 'viaCustomer' && !child) &&
      !(lasting && relation === 'trash'),
  )

const makeSubject = async (
  { prisma, people }: Stage,
  person: Person,
  cell: Cell,
  relation: Relation,
  world: World,
): Promise<Subject> => {
  const canary = aCanary()
  const owner = people.ownerFor(person, relation)
  const customerOwner = relation === 'viaCustomer' ? people.ownerFor(person, 'own') : owner
  const isAbsent = relation === 'absent'
  const deletedAt = relation === 'trash' ? new Date() : null
  const id = isAbsent ? crypto.randomUUID() : await world.make(prisma, { ...owner, canary, deletedAt, customerOwner })
  const visible =
    holds(person.principal, cell.noun, 'r') && isWithin(person.principal, cell.noun, relation, world.open === true)
  if (cell.channel === 'feed' && !isAbsent) await aTrace(prisma, cell.noun, id, canary)
  const heirId = people.ownerFor(person, relation === 'sameTeam' ? 'own' : 'sameTeam').ownerId
  return {
    id,
    canary,
    visible,
    heirId,
    asker: people.ownerFor(person, 'own'),
    exists: !isAbsent,
    world,
    set: recordSets()[cell.noun],
    prisma,
    command: cell.command,
  }
}

const aTrace = (prisma: PrismaClient, entity: string, recordId: string, title: string) =>
  prisma.event.create({
    data: { actorType: 'system', action: 'update', type: 'customer.updated', entity, recordId, title },
  })

export const newTally = (): Tally => ({ cells: 0, refused: 0, faults: [] })

/** All cells of a noun as one person. */
export const runNoun = async (stage: Stage, person: Person, cells: readonly Cell[], tally: Tally): Promise<void> => {
  for (const cell of cells) {
    const related =
      cell.channel === 'create' || cell.channel === 'aside'
        ? (['own'] as const)
        : relationsOf(worlds[cell.noun] ?? NOWHERE)
    for (const relation of related) await runCell(stage, person, cell, relation, tally)
  }
}
const NOWHERE = { make: () => Promise.resolve(''), draft: () => Promise.resolve({}) }

/** One route, one person, one relation: every probe of its channel. */
export const runCell = async (
  stage: Stage,
  person: Person,
  cell: Cell,
  relation: Relation,
  tally: Tally,
): Promise<void> => {
  const world = worlds[cell.noun]
  if (!world) return void tally.faults.push(`${cell.noun} has no world`)
  const subject = await makeSubject(stage, person, cell, relation, world)
  const due = expected(person, cell, relation, world)
  if (subject.exists) await world.prepare?.[cell.command ?? '']?.(stage.prisma, subject.id)
  for (const probe of await probesOf(cell, subject)) {
    const at = `${person.principal} ${probe.channel} ${cell.name} ${relation}`
    const before = due === 'ok' ? 0 : await stage.watch.count()
    const answer = await ask(stage, person, cell.route.method, probe.path, probe.body)
    tally.cells++
    const report = (fault: string) => void tally.faults.push(`${at}: ${fault}`)
    if (due === 'ok') {
      const isState = stateful.includes(cell.name) && [409, 422].includes(answer.status)
      if (answer.status >= 300 && !isState) report(`is refused: ${answer.status} ${answer.text.slice(30, 90)}`)
      else if (!isState) probe.faults(answer).forEach(report)
      continue
    }
    tally.refused++
    if (answer.status !== due) report(`expected ${due}, got ${answer.status} ${answer.text.slice(30, 90)}`)
    if (answer.text.includes(subject.canary) || (subject.id && answer.text.includes(subject.id)))
      report('the refusal shows the record')
    const written = (await stage.watch.count()) - before
    if (written > 0) report(`a refused request wrote to ${(await stage.watch.written(before)).join(', ')}`)
  }
}
