/** Query strings are text; these codecs turn them into values without coercion: what does not fit is refused. */
import { z } from 'zod'

const digits = (min: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, { error: 'number.malformed' })
    .meta({ maxLength: 9, examples: [String(min)] })

/** A whole number between the bounds, written in digits. */
export const intParam = (min: number, max: number) =>
  z.codec(digits(min), z.int().min(min).max(max), {
    decode: Number,
    encode: String,
  })

export const boolParam = () =>
  z.codec(z.enum(['true', 'false']), z.boolean(), {
    decode: (value) => value === 'true',
    encode: (value) => (value ? 'true' : 'false'),
  })

const NAME = 100

const names = (max: number) =>
  z
    .string()
    .max(max * (NAME + 1) - 1)
    .meta({ pattern: `^[^,]{1,${NAME}}(,[^,]{1,${NAME}}){0,${max - 1}}$` })

/** Names separated by commas, at most `max` of them. */
export const listParam = (max = 50) =>
  z.codec(names(max), z.array(z.string().min(1).max(NAME)).min(1).max(max), {
    decode: (value) => value.split(','),
    encode: (items) => items.join(','),
  })

/** Some of these names separated by commas. */
export const choicesParam = <const N extends readonly [string, ...string[]]>(choices: N) => {
  const one = `(${choices.join('|')})`
  const max = choices.length
  return z.codec(
    z
      .string()
      .max(choices.join(',').length + max)
      .meta({ pattern: `^${one}(,${one}){0,${max - 1}}$`, examples: [choices[0]] }),
    z.array(z.enum(choices)).min(1).max(max),
    { decode: (value) => value.split(',') as N[number][], encode: (items) => items.join(',') },
  )
}

/** JSON in a query parameter, checked by `schema`. */
export const jsonParam = <S extends z.ZodType>(schema: S) =>
  z.codec(
    z
      .string()
      .max(16_000)
      .meta({ pattern: '^\\s*\\{[\\s\\S]*\\}\\s*$', contentMediaType: 'application/json', examples: ['{"and":[]}'] }),
    schema,
    {
      decode: (value, context) => {
        try {
          return JSON.parse(value)
        } catch {
          context.issues.push({ code: 'custom', message: 'json.malformed', input: value })
          return z.NEVER
        }
      },
      encode: (value) => JSON.stringify(value),
    },
  )

/** Where a page before ended, as it was answered in `nextCursor`. */
export const cursorParam = (max = 2000) =>
  z.string().max(max).meta({
    pattern: '^[\\w.:-]+$',
    description: 'The `nextCursor` of the page before; opaque, bound to the same query.',
  })
