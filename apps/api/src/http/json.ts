/**
 * JSON bodies, stricter than JSON.parse: no key twice, no `__proto__` or `constructor`, bounded depth, keys and lists.
 * JSON.parse itself refuses trailing data, NaN and the like; the scan runs before it, over the text.
 */
import { Refusal } from './problems.ts'

const DEPTH = 20
const KEYS = 1_000
const ITEMS = 1_000

type Level = { keys: Set<string> | null; items: number; expectsKey: boolean }

/** The parsed body. Errors: 400 `request.json` or `request.tooDeep`. */
export const parseJson = (text: string): unknown => {
  scan(text)
  try {
    return JSON.parse(text, checkNumber)
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('request.json')
  }
}

// 1e400 becomes Infinity without a word.
const checkNumber = (_key: string, value: unknown) => {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Refusal('request.json')
  return value
}

const scan = (text: string): void => {
  const stack: Level[] = []
  let keys = 0
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    const top = stack.at(-1)
    if (char === '"') {
      const end = endOfString(text, at)
      if (top?.keys && top.expectsKey) {
        addKey(top.keys, text.slice(at, end + 1))
        if (++keys > KEYS) throw new Refusal('request.tooDeep')
        top.expectsKey = false
      }
      at = end
    } else if (char === '{' || char === '[') {
      stack.push({ keys: char === '{' ? new Set() : null, items: 1, expectsKey: char === '{' })
      if (stack.length > DEPTH) throw new Refusal('request.tooDeep')
    } else if (char === '}' || char === ']') stack.pop()
    else if (char === ',' && top) {
      top.expectsKey = top.keys !== null
      if (++top.items > ITEMS) throw new Refusal('request.tooDeep')
    }
  }
}

const endOfString = (text: string, start: number): number => {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '"') return at
  }
  throw new Refusal('request.json')
}

const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

const addKey = (keys: Set<string>, quoted: string): void => {
  const key = unquote(quoted)
  if (keys.has(key) || forbidden.has(key)) throw new Refusal('request.json', {}, [{ path: key, code: 'field.unknown' }])
  keys.add(key)
}

const unquote = (quoted: string): string => {
  try {
    return JSON.parse(quoted) as string
  } catch {
    throw new Refusal('request.json')
  }
}
