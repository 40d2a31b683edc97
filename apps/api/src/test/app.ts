/** The application on a test's own database, and people to call it as. */
import { readyRoles } from '@rapport/domain/features/roles/ready-roles.ts'
import { aRole } from '@rapport/prisma/factories/roles.ts'
import { aSession } from '@rapport/prisma/factories/sessions.ts'
import { aUser } from '@rapport/prisma/factories/users.ts'
import type { Prisma } from '@rapport/prisma'
import type { FastifyInstance, InjectOptions } from 'fastify'
import type { PgBoss } from 'pg-boss'
import pino from 'pino'
import { afterAll, beforeAll, expect } from 'vitest'
import { buildApp, type AppDeps } from '../app.ts'
import { loadConfig } from '../config.ts'
import { useDatabase, type TestDatabase } from './database.ts'
import { faultsOfReply } from './problems.ts'
import { faultsOfSuccess } from './replies.ts'

export type Caller = {
  userId: string
  /** Calls the API as this person; `body` is sent as JSON, or as a form where it is one; `path` is below /api/v1. */
  call: (
    method: NonNullable<InjectOptions['method']>,
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ) => Promise<{ status: number; body: any; headers: Record<string, unknown> }> // eslint-disable-line typescript/no-explicit-any
}

type PersonGiven = {
  role?: string
  rules?: Partial<Prisma.RoleUncheckedCreateInput>
  teamId?: string
  managerId?: string
  name?: string
}

export type TestApp = {
  app: FastifyInstance
  database: TestDatabase
  /** Somebody with one of the ready roles (`administrator` unless named) or with rules of his own. */
  as: (given?: PersonGiven) => Promise<Caller>
  /** Somebody who is not signed in. */
  nobody: Caller
}

// Takes what changes put into it; whoever wants the work done brings his own queue (imports.ts).
const boss = { send: () => Promise.resolve(null) } as unknown as PgBoss

/** Call it once at the top of a test file; its members are there from `beforeAll` on. `more` changes what the app is built from. */
export const useApp = (more: Partial<AppDeps> = {}): TestApp => {
  const database = useDatabase()
  const test = { database } as TestApp
  beforeAll(async () => {
    const log = pino({ level: 'silent' })
    test.app = await buildApp({ config: loadConfig({}), db: database.db, prisma: database.prisma, log, boss, ...more })
    test.nobody = { userId: '', call: caller(test.app, {}) }
    test.as = (given) => person(test, given)
  })
  afterAll(() => test.app?.close())
  return test
}

const person = async ({ app, database }: TestApp, given: PersonGiven = {}): Promise<Caller> => {
  const { role: code = 'administrator', rules, ...rest } = given
  const role = await aRole(database.prisma, rules ?? rulesOf(code))
  const user = await aUser(database.prisma, { roleIds: [role.id], ...rest })
  const { token } = await aSession(database.prisma, user.id)
  return { userId: user.id, call: caller(app, { cookie: `rapport=${token}` }) }
}

const rulesOf = (code: string): Partial<Prisma.RoleUncheckedCreateInput> => {
  const found = readyRoles.find((role) => role.code === code)
  if (!found) throw new Error(`no ready role ${code}`)
  const { rights, scopes, fieldRules, special } = found
  return JSON.parse(JSON.stringify({ rights, scopes, fieldRules, special })) as Partial<Prisma.RoleUncheckedCreateInput>
}

const caller =
  (app: FastifyInstance, signedIn: Record<string, string>): Caller['call'] =>
  async (method, path, body, headers = {}) => {
    const sent = body && (await encode(body))
    const reply = await app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { 'accept-language': 'en', ...(sent && { 'content-type': sent.type }), ...signedIn, ...headers },
      ...(sent && { payload: sent.payload }),
    })
    expect(faultsOfReply(reply)).toEqual([])
    const isJson = /json/.test(String(reply.headers['content-type']))
    const content = isJson ? reply.json<unknown>() : reply.body
    expect(faultsOfSuccess(method, `/api/v1${path}`, reply.statusCode, content)).toEqual([])
    return { status: reply.statusCode, body: content, headers: reply.headers }
  }

const encode = async (body: object): Promise<{ type: string; payload: string | Buffer }> => {
  if (!(body instanceof FormData)) return { type: 'application/json', payload: JSON.stringify(body) }
  const form = new Response(body)
  return { type: form.headers.get('content-type') ?? '', payload: Buffer.from(await form.arrayBuffer()) }
}
