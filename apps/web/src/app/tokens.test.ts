import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
} from 'culori'
import { describe, expect, it } from 'vitest'
import { tokensCss } from './tokens-css.ts'
import { brand, dark, errorText, light, type Token } from './tokens.ts'

const themes = { light, dark } as const
const charts: Token[] = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6']

/** Text and the planes it stands on; each pair must reach 4.5. */
const pairs: [Token, Token[]][] = [
  ['text', ['page', 'surface', 'floating', 'raised', 'sunken', 'hover', 'sel-bg', 'warn-wash']],
  ['text-2', ['page', 'surface', 'floating', 'raised', 'sunken', 'hover', 'sel-bg']],
  ['text-3', ['surface', 'floating', 'raised']],
  ['link', ['page', 'surface', 'floating', 'raised']],
  ['sel-text', ['sel-bg', 'surface']],
  ['on-primary', ['primary', 'primary-hover']],
  ['on-danger', ['danger']],
  ['tier-h', ['tier-h-bg']],
  ['tier-m', ['tier-m-bg']],
  ['tier-l', ['tier-l-bg', 'surface', 'raised']],
  ['ok', ['ok-bg', 'surface']],
  ['warn', ['warn-bg', 'warn-wash', 'surface']],
  ['risk', ['risk-bg', 'surface']],
]

/** Marks and edges that carry meaning without text: 3.0 on the sheet. */
const marks: Token[] = ['control', 'ok-mark', 'warn-mark', 'risk-mark', 'tier-h-mark', 'focus', 'stage-5', ...charts]

describe.each(Object.entries(themes))('%s theme', (_name, theme) => {
  it.each(pairs.flatMap(([text, planes]) => planes.map((plane) => [text, plane] as const)))(
    '%s on %s is readable',
    (text, plane) => {
      expect(wcagContrast(theme[text], theme[plane])).toBeGreaterThanOrEqual(4.5)
    },
  )

  it.each(marks)('%s stands out from the sheet', (mark) => {
    expect(wcagContrast(theme[mark], theme.surface)).toBeGreaterThanOrEqual(3)
  })

  const eyes = {
    usual: (colour: string) => parse(colour)!,
    deuteranopia: (colour: string) => filterDeficiencyDeuter(1)(parse(colour)!),
    protanopia: (colour: string) => filterDeficiencyProt(1)(parse(colour)!),
    tritanopia: (colour: string) => filterDeficiencyTrit(1)(parse(colour)!),
  }
  it.each(Object.entries(eyes))('chart colours differ for %s eyes', (_eyes, see) => {
    const distance = differenceCiede2000()
    const seen = charts.map((chart) => see(theme[chart]))
    const distances = seen.flatMap((one, at) => seen.slice(at + 1).map((other) => distance(one, other)))
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(12)
  })
})

it('error text is readable on the sheet', () => {
  expect(wcagContrast(errorText.light, light.surface)).toBeGreaterThanOrEqual(4.5)
  expect(wcagContrast(errorText.dark, dark.surface)).toBeGreaterThanOrEqual(4.5)
})

it('the accent ladder holds the tokens that are made of it', () => {
  for (const token of ['primary', 'link', 'focus', 'sel-text', 'stage-8'] as const)
    expect(brand).toContain(light[token])
})

it('tokens.css is what tokens.ts and theme.ts say', async () => {
  await expect(tokensCss()).toMatchFileSnapshot('./tokens.css')
})
