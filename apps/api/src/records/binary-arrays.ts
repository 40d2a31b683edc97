/**
 * Arrays in the form PostgreSQL itself sends them in (`array_send`): it takes them over without reading digits, dashes and
 * quotes, and a batch is hardly anything but ids, names and instants.
 */

/** The number PostgreSQL knows a type by, the most bytes a value takes, and how it is written: its end, or that it is none. */
type Form<Value> = {
  oid: number
  most: (value: Value) => number
  write: (into: Buffer, at: number, value: Value) => number
}

const POSTGRES_EPOCH = Date.UTC(2000, 0, 1)

const text: Form<string> = {
  oid: 25,
  most: (value) => value.length * 3,
  write: (into, at, value) => at + into.write(value, at, 'utf8'),
}

// jsonb is its version and its text.
const jsonb: Form<string> = {
  oid: 3802,
  most: (value) => 1 + value.length * 3,
  write: (into, at, value) => text.write(into, into.writeUInt8(1, at), value),
}

// Sixteen bytes; what is no digit makes the array none.
const uuid: Form<string> = {
  oid: 2950,
  most: () => 16,
  write: (into, at, value) => {
    let end = at
    let seen = value.length === 36 ? 0 : NO_DIGIT
    for (let place = 0; place < value.length && end < at + 16; place += 2) {
      if (place === 8 || place === 13 || place === 18 || place === 23) seen |= value.charCodeAt(place++) ^ DASH
      const high = digits[value.charCodeAt(place)] ?? NO_DIGIT
      const low = digits[value.charCodeAt(place + 1)] ?? NO_DIGIT
      seen |= high | low
      into[end++] = (high << 4) | low
    }
    return seen > 15 ? NOT_OF_THIS_FORM : end
  },
}

const DASH = 45
const NO_DIGIT = 255
const NOT_OF_THIS_FORM = -1
const digits = new Uint8Array(128).fill(NO_DIGIT)
for (const [value, digit] of '0123456789abcdef'.split('').entries())
  for (const one of [digit, digit.toUpperCase()]) digits[one.charCodeAt(0)] = value

const int: Form<string> = { oid: 23, most: () => 4, write: (into, at, value) => into.writeInt32BE(Number(value), at) }

// Microseconds; a Date has none of its own.
const instant: Form<Date> = {
  oid: 1184,
  most: () => 8,
  write: (into, at, value) => into.writeBigInt64BE(BigInt(value.getTime() - POSTGRES_EPOCH) * 1_000n, at),
}

const isInstant = /^timestamp\b[()\d ]*with time zone$/

/** Whether instants of the column are written as they are, without becoming a text before. */
export const takesDates = (type: string): boolean => isInstant.test(type)

/** Values of a column as `type[]`: texts as they are written in SQL, or Dates; null where only an array of texts will do. */
export const binaryArray = (type: string, values: readonly unknown[]): Buffer | null => {
  if (takesDates(type)) return values.every(isMissingOrDate) ? write(instant, values) : null
  const form = forms.get(type)
  return form ? write(form, values as readonly (string | null)[]) : null
}

const forms = new Map([
  ['text', text],
  ['jsonb', jsonb],
  ['int', int],
  ['integer', int],
  ['uuid', uuid],
])

const isMissing = (value: unknown): value is null | undefined => value === null || value === undefined
const isMissingOrDate = (value: unknown): value is Date | null | undefined => isMissing(value) || value instanceof Date

const HEAD = 20
const LENGTH = 4

// Dimensions, whether there are nulls, the type, how many, from where they are counted; then each with its length, null is −1.
const write = <Value>(form: Form<Value>, values: readonly (Value | null | undefined)[]): Buffer | null => {
  let most = HEAD
  for (const value of values) most += LENGTH + (isMissing(value) ? 0 : form.most(value))
  const array = Buffer.allocUnsafe(most)
  const head = [1, 1, form.oid, values.length, 1]
  for (const [place, number] of head.entries()) array.writeInt32BE(number, place * 4)
  let at = HEAD
  for (const value of values) {
    const begin = at + LENGTH
    const end = isMissing(value) ? begin : form.write(array, begin, value)
    if (end < begin) return null
    array.writeInt32BE(isMissing(value) ? -1 : end - begin, at)
    at = end
  }
  return array.subarray(0, at)
}
