import { expect, it } from 'vitest'

type Texts = { [key: string]: string | Texts }
const files = import.meta.glob<Texts>('./*/*.json', { eager: true, import: 'default' })

const keysOf = (texts: Texts, above = ''): string[] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [above + key] : keysOf(text, `${above}${key}.`),
  )
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name).sort()
const textAt = (texts: Texts, path: string) =>
  path.split('.').reduce<string | Texts>((at, key) => (typeof at === 'string' ? at : (at[key] ?? '')), texts) as string

const english = Object.entries(files).filter(([path]) => path.startsWith('./en/'))

it('finds the texts', () => {
  expect(english.length).toBeGreaterThan(1)
  expect(Object.keys(files)).toHaveLength(english.length * 2)
})

it.each(english)('%s has the same keys and placeholders in both languages', (path, texts) => {
  const chinese = files[path.replace('/en/', '/zh/')] ?? {}
  const own = keysOf(texts)
  // Chinese has no singular; English singulars stand beside their plain key.
  const shared = own.filter((key) => !key.endsWith('_one'))
  expect(keysOf(chinese).sort()).toEqual(shared.toSorted())
  for (const key of own.filter((name) => name.endsWith('_one'))) expect(shared).toContain(key.replace(/_one$/, ''))
  const used = (all: Texts) => shared.map((key) => [key, placeholders(textAt(all, key))])
  expect(used(chinese)).toEqual(used(texts))
})

it.each(Object.entries(files))('%s: Chinese uses full-width punctuation, English none of it', (path, texts) => {
  const odd = keysOf(texts).filter((key) => {
    const text = textAt(texts, key)
    return path.includes('/zh/')
      ? /[\u4e00-\u9fff][,;:?!]|[,;?!][\u4e00-\u9fff]/.test(text)
      : /[\u4e00-\u9fff，。；：？！]/.test(text)
  })
  expect(odd).toEqual([])
})
