/** A refusal as the server words it (RFC 9457), and the failures that never reached it, as one kind of error. */

export type FieldError = { path: string; code: string; message: string; params?: Record<string, unknown> }

export type ProblemBody = {
  status: number
  code: string
  title: string
  detail: string
  errors?: FieldError[]
  params?: Record<string, unknown>
  requestId?: string
}

export class Problem extends Error {
  readonly status: number
  /** Stable; what a screen may look at. `offline` when the server was not reached. */
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly errors: FieldError[]
  /** Facts for the way out: the missing criteria, the winner of a claim, conflicting values. */
  readonly params: Record<string, unknown>
  readonly requestId: string | undefined

  constructor(body: ProblemBody) {
    super(`${body.code}: ${body.detail || body.title}`)
    this.name = 'Problem'
    this.status = body.status
    this.code = body.code
    this.title = body.title
    this.detail = body.detail
    this.errors = body.errors ?? []
    this.params = body.params ?? {}
    this.requestId = body.requestId
  }
}

export const isProblem = (error: unknown, ...codes: string[]): error is Problem =>
  error instanceof Problem && (codes.length === 0 || codes.includes(error.code))

/** The problem an answer carries; an answer that is no problem document (a proxy's page) becomes one with its status. */
export async function problemOf(response: Response): Promise<Problem> {
  const isDocument = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false
  if (isDocument) return new Problem((await response.json()) as ProblemBody)
  return new Problem({
    status: response.status,
    code: `http.${response.status}`,
    title: response.statusText,
    detail: '',
  })
}

/** Nothing is there for the reader, or nothing could be: the id in the address is none. */
export const leadsNowhere = (error: unknown): boolean =>
  isProblem(error) && (error.status === 404 || (error.status === 400 && error.errors.some(({ path }) => path === 'id')))

/** The request never reached the server, or its answer never reached us. */
export const offlineProblem = (cause: unknown): Problem => {
  const problem = new Problem({ status: 0, code: 'offline', title: '', detail: '' })
  problem.cause = cause
  return problem
}
