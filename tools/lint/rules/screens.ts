import type { Rule } from '../../gate/rule.ts'
import { floorOf, isTest } from '../../source/places.ts'

const lines = (source: string, pattern: RegExp) =>
  source.split('\n').flatMap((text, index) => {
    const match = pattern.exec(text)
    return match ? [{ line: index + 1, what: match[0].trim() }] : []
  })

const TOKENS = /^apps\/web\/src\/(app|ui)\/tokens\.(ts|css)$/

/** A colour that is not a token is one that nobody checks for contrast in the other theme. */
export const colours: Rule = {
  name: 'colours',
  law: 'Colours are tokens: no hex, rgb() or hsl() colour outside tokens.ts.',
  breaks: (module) => {
    if (floorOf(module.path) !== 'web' || TOKENS.test(module.path) || isTest(module.path)) return []
    return lines(
      module.source,
      /(?<![\w&/#-])#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b|\b(?:rgba?|hsla?|oklch)\(\s*\d/i,
    )
  },
}

/** What a person reads stands in the locales, in both languages. */
export const chinese: Rule = {
  name: 'chinese',
  law: 'No Chinese characters in .tsx: words of the screen come from locales/.',
  breaks: (module) => {
    if (!module.path.endsWith('.tsx') || isTest(module.path)) return []
    return lines(module.source, /[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uff5e]+/)
  },
}
