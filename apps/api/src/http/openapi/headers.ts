/** The headers of requests and replies that an integrator reads or sends. */
import type { Json } from './schemas.ts'

const seconds = (description: string) => ({
  description,
  schema: { type: 'integer', format: 'int32', minimum: 0, maximum: 86_400 },
})
const count = (description: string) => ({
  description,
  schema: { type: 'integer', format: 'int32', minimum: 0, maximum: 1_000_000 },
})

export const replyHeaders = {
  'RateLimit-Limit': count('How many requests the window allows.'),
  'RateLimit-Remaining': count('How many are left in this window.'),
  'RateLimit-Reset': seconds('In how many seconds the window ends.'),
  'Retry-After': seconds('In how many seconds trying again makes sense.'),
  ETag: {
    description: 'The version of the record; `If-Match` takes it back.',
    schema: { type: 'string', maxLength: 12, pattern: '^"v\\d{1,9}"$', examples: ['"v3"'] },
  },
  Location: {
    description: 'Where the new record is read.',
    schema: { type: 'string', format: 'uri-reference', maxLength: 200 },
  },
  'Idempotency-Replayed': {
    description: '`true` when this is the answer given before to the same key.',
    schema: { type: 'string', enum: ['true'] },
  },
} satisfies Record<string, Json>

export const headerRef = (name: keyof typeof replyHeaders): Json => ({
  [name]: { $ref: `#/components/headers/${name}` },
})

export const requestHeaders = {
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: false,
    description: 'The version the change is based on, as `ETag` gave it; `version` in the body says the same.',
    schema: { type: 'string', maxLength: 14, pattern: '^(W/)?"v?\\d{1,9}"$' },
    example: '"v3"',
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description: 'A name for this request: sent again within 24 hours it is answered again and happens once.',
    schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7e]{1,255}$' },
    example: '3f0c2d7e-5a0b-4f0e-9d59-2b1d7d1f6a51',
  },
  LastEventId: {
    name: 'Last-Event-ID',
    in: 'header',
    required: false,
    description: 'The id of the last event received: the stream goes on after it.',
    schema: { type: 'string', maxLength: 2000, pattern: '^[\\w.:-]+$' },
  },
} satisfies Record<string, Json>

export const parameterRef = (name: keyof typeof requestHeaders): Json => ({ $ref: `#/components/parameters/${name}` })
