import type { Rule } from '../../gate/rule.ts'
import type { Module } from '../../source/module.ts'
import { floorOf, isTest } from '../../source/places.ts'

// Line by line, comments left out: they may quote the words people use.
const lines = ({ source, comments }: Module, pattern: RegExp) => {
  const blank = (text: string, { start, end }: { start: number; end: number }) =>
    text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end)
  const code = comments.reduce(blank, source)
  return code.split('\n').flatMap((text, index) => {
    const match = pattern.exec(text)
    return match ? [{ line: index + 1, what: match[0].trim() }] : []
  })
}

const TOKENS = /^apps\/web\/src\/(app|ui)\/tokens\.(ts|css)$/

/** A colour that is not a token is one that nobody checks for contrast in the other theme. */
export const colours: Rule = {
  name: 'colours',
  law: 'Colours are tokens: no hex, rgb() or hsl() colour outside tokens.ts.',
  breaks: (module) => {
    if (floorOf(module.path) !== 'web' || TOKENS.test(module.path) || isTest(module.path)) return []
    return lines(module, /(?<![\w&/#-])#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b|\b(?:rgba?|hsla?|oklch)\(\s*\d/i)
  },
}

/** What a person reads stands in the locales, in both languages. */
export const chinese: Rule = {
  name: 'chinese',
  law: 'No Chinese characters in .tsx: words of the screen come from locales/.',
  breaks: (module) => {
    if (!module.path.endsWith('.tsx') || isTest(module.path)) return []
    return lines(module, /[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uff5e]+/)
  },
}
