/** Values that have broken servers, as the JSON text in which they are sent: some cannot be said in any other way. */
import { hostileStrings } from '@rapport/domain/test/hostile.ts'
import type { Dice } from './dice.ts'

const nested = (open: string, close: string, depth: number) => `${open.repeat(depth)}1${close.repeat(depth)}`

const odd: readonly string[] = [
  'null',
  'true',
  'false',
  '0',
  '-0',
  '-1',
  '1.5',
  '1e308',
  '1e400',
  '-1e400',
  '9007199254740993',
  '99999999999999999999999999',
  '2147483648',
  '""',
  '[]',
  '{}',
  '[null]',
  '[[]]',
  '[{}]',
  '{"":""}',
  '{"$ne":null}',
  '{"OR":[]}',
  '{"not":{}}',
  '{"contains":"a"}',
  '{"increment":1}',
  '{"connect":{"id":"x"}}',
  '{"toString":1,"then":1}',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"\\u005f_proto__":{"polluted":true}}',
  nested('[', ']', 19),
  nested('[', ']', 30),
  nested('{"a":', '}', 30),
  nested('[', ']', 5_000),
  `[${'1,'.repeat(1_000)}1]`,
  `{${Array.from({ length: 1_001 }, (_, at) => `"k${at}":1`).join()}}`,
  `"${'a'.repeat(100_000)}"`,
  `"${'\\u0000'.repeat(3)}"`,
  '"\\ud800"',
  'NaN',
  'undefined',
  "'a'",
  '0x10',
  '01',
  '[1,]',
]

/** Names that mean something to JavaScript, to Prisma or to a record, and that no body takes. */
export const strangeNames: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
  'id',
  'ownerId',
  'role',
  'createdAt',
  'deletedAt',
  'xid',
  'AND',
  'where',
  'data',
  '$where',
  '',
  'a.b',
  'name\u0000',
]

export const anyText = (dice: Dice): string => dice.pick(hostileStrings)
/** A value as JSON text. */
export const anyJson = (dice: Dice): string => (dice.odds(55) ? JSON.stringify(anyText(dice)) : dice.pick(odd))
