/** A logical line of a vCard 2.1, 3.0 or 4.0 → what it says, in one form for all versions. */
import ICAL from 'ical.js'

/** `values` are the parts of a structured value, or the value alone. Types are in lower case. */
export type Property = { name: string; types: string[]; values: string[] }

type Parsed = [string, Record<string, string | string[]>, string, ...unknown[]]

const { vcard, vcard3 } = ICAL.design as unknown as Record<'vcard' | 'vcard3', never>

/** Null for a line that says nothing a reader could make out. */
export const propertyOf = (line: string, version: string): Property | null => {
  if (headEnd(line) === line.length) return null
  try {
    const [name, { type = [] }, , ...found] = ICAL.parse.property(
      plainly(version.startsWith('4') ? line : thirdVersion(line, version)),
      version.startsWith('4') ? vcard : vcard3,
    ) as Parsed
    const types = [type].flat().flatMap((one) => one.toLowerCase().split(','))
    const [first] = found
    const values = Array.isArray(first) ? first.map(textOf) : [found.map(textOf).join(', ')]
    return { name, types, values }
  } catch {
    return null
  }
}

const textOf = (value: unknown): string =>
  (Array.isArray(value) ? value.join(' ') : String(value ?? '')).replaceAll(BACKSLASH, '\\').trim()

const structured = /^(?:[\w-]+\.)?(?:N|ORG|ADR|GENDER)$/i
// Stands for a backslash that is meant: no text holds this sign, and the library would take a separator after one for escaped.
const BACKSLASH = '\ufdd0'

// Some programs write a backslash before marks that need none, which the library would leave standing.
const plainly = (line: string): string => {
  const at = headEnd(line)
  const [name = ''] = line.slice(0, at).split(';')
  const spare = structured.test(name) ? `:"'` : `:;"'`
  const meant = (pair: string, mark: string) => (mark === '\\' ? BACKSLASH : spare.includes(mark) ? mark : pair)
  return `${line.slice(0, at)}:${line.slice(at + 1).replaceAll(/\\([\s\S])/g, meant)}`
}

// 2.1 names its types bare, writes what is not ASCII as quoted bytes, and knows no commas but those that are meant.
const thirdVersion = (line: string, version: string): string => {
  const at = headEnd(line)
  const [name = '', ...params] = line.slice(0, at).split(';')
  const value = line.slice(at + 1)
  const told = params.map((one) => (one.includes('=') ? one : `TYPE=${one}`))
  const kept = told.filter((one) => /^TYPE=[\w,.-]+$/i.test(one) && !/^TYPE=QUOTED-PRINTABLE$/i.test(one))
  const isQuoted = told.some((one) => /=QUOTED-PRINTABLE$/i.test(one))
  const charset = told.find((one) => /^CHARSET=/i.test(one))?.slice(8)
  const plain = isQuoted ? unquoted(value, charset) : value
  const text = version.startsWith('2') ? plain.replaceAll(',', '\\,') : plain
  return `${[name, ...kept].join(';')}:${text.replaceAll(/\r?\n/g, '\\n')}`
}

// A colon within quotation marks belongs to a parameter.
const headEnd = (line: string): number => {
  let isInside = false
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '"') isInside = !isInside
    else if (line[at] === ':' && !isInside) return at
  }
  return line.length
}

const unquoted = (text: string, charset: string | undefined): string => {
  const bytes: number[] = []
  const encoder = new TextEncoder()
  for (let at = 0; at < text.length; at++) {
    const hex = text[at] === '=' ? text.slice(at + 1, at + 3) : ''
    if (/^[\dA-F]{2}$/i.test(hex)) {
      bytes.push(Number.parseInt(hex, 16))
      at += 2
    } else bytes.push(...encoder.encode(text[at]))
  }
  return decoded(new Uint8Array(bytes), charset)
}

// Phones sold here wrote GBK without saying so.
const decoded = (bytes: Uint8Array, charset = 'utf-8'): string => {
  for (const encoding of [charset, 'utf-8']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      continue
    }
  }
  return new TextDecoder('gb18030').decode(bytes)
}
