/**
 * Text from outside. NUL makes PostgreSQL fail, lone surrogates are stored as U+FFFD, and zero-width or bidi characters
 * make two identifiers look alike: all are refused rather than repaired. What passes is normalised to NFC.
 */
import { z } from 'zod'
import { isTimeZone } from '../dates.ts'

// C0 controls but tab, line feed and carriage return; DEL is kept out of neither list, it is harmless.
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/
const invisibles = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/

const codePoints = (value: string) => {
  let count = 0
  for (const _ of value) count++
  return count
}

const wellFormed = (value: string) => value.isWellFormed() && !controls.test(value)

/** True for a string the product can store unchanged, apart from NFC. */
export const isCleanText = wellFormed

// The same rules as patterns of the OpenAPI document, for programs that check before they send.
const REFUSED = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f'
const SPACE = '\\t\\n\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff'
const HIDDEN = '\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff'
/** What `isCleanText` demands, as far as a pattern can say it. */
export const cleanPattern = `^[^${REFUSED}]*$`
const filledText = `^[${SPACE}]*[^${REFUSED}${SPACE}][^${REFUSED}]*$`
const edge = `[^${REFUSED}${HIDDEN}${SPACE}]`
const identifierText = `^${edge}([^${REFUSED}${HIDDEN}]*${edge})?$`

const nfc = (value: string) => value.normalize('NFC')

const limits = (max: number, min: number) => (value: string) => {
  const count = codePoints(value)
  return count >= min && count <= max && utf8Length(value) <= max * 4
}

// Bytes in UTF-8 without Node's Buffer, because this file also runs in the browser.
const utf8Length = (value: string) => {
  let bytes = 0
  for (const char of value) {
    const point = char.codePointAt(0) ?? 0
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return bytes
}

/** Free text of at most `max` code points; `min` 1 also refuses text of white space alone. */
export const text = (max = 200, min = 0) =>
  z
    .string()
    .overwrite(nfc)
    .refine(wellFormed, { error: 'text.malformed' })
    .refine(limits(max, min), { error: 'text.length', params: { max, min } })
    .refine((value) => min === 0 || value.trim() !== '', { error: 'text.blank' })
    .meta({ maxLength: max, pattern: min > 0 ? filledText : cleanPattern, ...(min > 0 && { minLength: min }) })

/** Text that identifies (login, code, key): no invisible characters, no surrounding space. */
export const identifier = (max = 100) =>
  text(max, 1)
    .refine((value) => !invisibles.test(value), { error: 'text.invisible' })
    .refine((value) => value.trim() === value, { error: 'text.surroundingSpace' })
    .meta({ pattern: identifierText })

/** An e-mail address as the product accepts it; compared in lower case. */
export const emailAddress = () =>
  identifier(254)
    .refine((value) => address.test(value) && !value.includes('..'), { error: 'email.malformed' })
    .meta({ format: 'email', pattern: address.source })

const address = /^[^\s@"(),:;<>[\\\]]{1,64}@[^\s@"(),:;<>[\\\]]{1,190}$/

/** A time zone by its name in the tz database, such as Asia/Shanghai. */
export const timeZone = () =>
  z
    .string()
    .max(64)
    .refine(isTimeZone, { error: 'field.invalid' })
    .meta({ pattern: '^[A-Za-z0-9_+/-]+$', examples: ['Asia/Shanghai'] })
