/** Refusals at the edge: thrown anywhere below a handler, written as problem+json by the one error handler. */
import { errors, type ErrorCode } from '@rapport/domain/errors.ts'

export type FieldFault = { path: string; code: string; params?: Record<string, unknown> }

export class Refusal extends Error {
  readonly code: ErrorCode
  readonly params: Record<string, unknown>
  readonly faults: FieldFault[]

  constructor(code: ErrorCode, params: Record<string, unknown> = {}, faults: FieldFault[] = []) {
    super(code)
    this.code = code
    this.params = params
    this.faults = faults
  }

  get status(): number {
    return errors[this.code].status
  }
}

/** Throws the refusal with this code; `params` fill its text and tell a screen the way out. */
export const refuse = (code: ErrorCode, params: Record<string, unknown> = {}, faults: FieldFault[] = []): never => {
  throw new Refusal(code, params, faults)
}

/** Goes on only when allowed, else 403. */
export const demand = (allowed: boolean): void => {
  if (!allowed) refuse('access.denied')
}

/** What is asked for rests on fields that the caller's role hides. Errors: 403 `fields.hidden`. */
export const demandFields = (read: boolean): void => {
  if (!read) refuse('fields.hidden')
}

/** A decision of the domain: its changes, or its refusal as a problem. */
export const accept = <T>(
  decision:
    | { ok: true; value: T }
    | { ok: false; code: ErrorCode; params?: Record<string, unknown>; faults?: FieldFault[] },
): T => (decision.ok ? decision.value : refuse(decision.code, decision.params, decision.faults))
