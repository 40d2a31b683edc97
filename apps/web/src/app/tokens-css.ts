/**
 * Prints `tokens.css`: our tokens and Mantine's variables for both themes. The result is a committed file, because
 * Mantine's own way, a style element at run time, is refused by the content security policy.
 */
import { convertCssVariables, DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core'
import { cssVariables, makeTheme } from './theme.ts'
import { dark, light } from './tokens.ts'

type Variables = Record<string, string>

const colours = Object.keys(DEFAULT_THEME.colors).filter((name) => !['dark', 'gray', 'red'].includes(name))
const unused = new RegExp(`^--mantine-color-(${colours.join('|')})-`)

const used = (variables: Variables): Variables =>
  Object.fromEntries(Object.entries(variables).filter(([name]) => !unused.test(name)))

const tokens = (scheme: Record<string, string>): Variables =>
  Object.fromEntries(Object.entries(scheme).map(([name, value]) => [`--rp-${name}`, value]))

/** The whole text of tokens.css. */
export function tokensCss(): string {
  const theme = mergeMantineTheme(DEFAULT_THEME, makeTheme({ close: '', clear: '' }))
  const usual = defaultCssVariablesResolver(theme)
  const own = cssVariables(theme)
  const css = convertCssVariables({
    variables: used({ ...usual.variables, ...own.variables }),
    light: { ...tokens(light), ...used({ ...usual.light, ...own.light }) },
    dark: { ...tokens(dark), ...used({ ...usual.dark, ...own.dark }) },
  })
  const lines = css.replaceAll(/([;{}])\s*/g, '$1\n').replaceAll('{\n', ' {\n')
  return `/* Printed from tokens.ts and theme.ts by tokens-css.ts; the test of that name keeps it equal. */\n${lines}`
}
