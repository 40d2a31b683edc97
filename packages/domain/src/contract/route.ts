/** A route as data: from it come the server's route, validation, serialisation, OpenAPI and the browser's client. */
import type { z } from 'zod'
import type { Permission } from '../access/permissions.ts'
import type { ErrorCode } from '../errors.ts'

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

export type Route = {
  method: Method
  /** Path below /api/v1, parameters as `:id`. */
  path: string
  /** Who may call it at all: everybody, or who is signed in by cookie or API key. */
  access: 'public' | 'session'
  /** For a person who signed in, never for an API key: it is about himself, not about what a program does for him. */
  inPerson?: true
  /** What the caller's role must hold; the row and field rules come on top. */
  permission?: Permission
  summary: string
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  /** Null for 204. */
  reply: z.ZodType | null
  /** The status of success: 200, or as given. */
  status?: 200 | 201 | 202 | 204
  /** The body is a file upload instead of JSON. */
  upload?: true
  /** The answer is a file or a stream with this content type. */
  sends?: string
  /** Codes beyond those every route can answer with. */
  errors?: readonly ErrorCode[]
  /** A PATCH or command that carries no version, because the state decides (claim), or nothing is versioned. */
  unversioned?: true
}

/** Declares a route; the literal types stay. */
export const route = <const R extends Route>(definition: R): R => definition

type Output<S> = S extends z.ZodType ? z.output<S> : undefined
type Input<S> = S extends z.ZodType ? z.input<S> : undefined

/** What the server's handler receives. */
export type Args<R extends Route> = {
  params: Output<R['params']>
  query: Output<R['query']>
  body: Output<R['body']>
}
export type Reply<R extends Route> = R['reply'] extends z.ZodType ? z.output<R['reply']> : void

/** What a client sends. */
export type Sent<R extends Route> = {
  params: Input<R['params']>
  query: Input<R['query']>
  body: Input<R['body']>
}

type Key<R extends Route> = `${R['method']} ${R['path']}`
/** Routes by 'METHOD /path'. */
export type ApiOf<R extends Route> = { [One in R as Key<One>]: One }
