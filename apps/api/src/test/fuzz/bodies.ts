/** Bodies: a valid one of the contract, damaged in one place, as the bytes that are sent. */
import { jsonOf, sampleOf } from '@rapport/domain/test/samples.ts'
import type { z } from 'zod'
import type { Dice } from './dice.ts'
import { anyJson, strangeNames } from './values.ts'

/** A place for a value that only JSON text can say, such as 1e400 or a key twice. */
const MARK = '@@value@@'

type Path = (string | number)[]

const pathsIn = (value: unknown, path: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? [path, ...Object.entries(value).flatMap(([key, part]) => pathsIn(part, [...path, key]))]
    : [path]

const put = (value: unknown, [key, ...rest]: Path, part: unknown): unknown => {
  if (key === undefined) return part
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>
  if (rest.length === 0 && part === undefined) delete copy[key]
  else copy[key] = put(copy[key], rest, part)
  return copy
}

/** Puts ids of records that exist in the place of the sample's. */
const withIds = (text: string, ids: readonly string[], dice: Dice) =>
  text.replace(/01900000-0000-7000-8000-\d{12}/g, () => (dice.odds(80) ? dice.pick(ids) : crypto.randomUUID()))

const spoil = (text: string, dice: Dice): Buffer => {
  const bytes = Buffer.from(text)
  const at = dice.below(bytes.length + 1)
  const inserted = dice.pick([
    [0xff],
    [0xc0, 0x80],
    [0xed, 0xa0, 0x80],
    [0xef, 0xbb, 0xbf],
    [0],
    [0x7b],
    [0x22],
    [0x2c],
  ])
  return dice.pick([
    () => bytes.subarray(0, at),
    () => Buffer.concat([bytes.subarray(0, at), Buffer.from(inserted), bytes.subarray(at)]),
    () => Buffer.concat([bytes, Buffer.from(dice.pick(['x', '{}', ' ', '\u0000', ',']))]),
    () => Buffer.concat([Buffer.from('\ufeff'), bytes]),
  ])()
}

export const anyBody = (schema: z.ZodType, ids: readonly string[], dice: Dice): string | Buffer => {
  const sample = sampleOf(jsonOf(schema), dice.odds(60)) ?? {}
  const valid = { ...(sample as object), ...(dice.odds(50) && { version: 1 }) }
  const way = dice.below(100)
  if (way < 10) return withIds(JSON.stringify(sample), ids, dice)
  if (way < 20) return spoil(withIds(JSON.stringify(valid), ids, dice), dice)
  if (way < 25) return anyJson(dice)
  const path = dice.pick(pathsIn(valid))
  if (way < 32) return withIds(JSON.stringify(put(valid, path, undefined) ?? {}), ids, dice)
  const target = way < 50 ? [...path.slice(0, -1), dice.pick(strangeNames)] : path
  const marked = JSON.stringify(put(Array.isArray(valid) ? {} : valid, target, MARK)) ?? '{}'
  const text = withIds(
    marked.replace(`"${MARK}"`, () => anyJson(dice)),
    ids,
    dice,
  )
  return way < 95 ? text : text.replace(/^\{/, '{"version":1,"version":1,')
}
