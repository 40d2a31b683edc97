/** The spellings of a noun. `sales-targets` is also `salesTarget`, `SalesTargets`, `sales_targets` and "sales target". */
export type Names = { plural: string; singular: string; zh: string }

/** Works out the singular unless it is given. Throws a sentence when the name cannot be a noun of the house. */
export function namesOf(plural: string, given: { singular?: string | undefined; zh?: string | undefined } = {}): Names {
  if (!/^[a-z]+(-[a-z]+)*$/.test(plural)) throw new Error(`"${plural}" is not a name like invoices or sales-targets`)
  const singular = given.singular ?? singularOf(plural)
  if (singular === plural)
    throw new Error(`"${plural}" looks like a singular; the noun is plural (name both: --singular …)`)
  return { plural, singular, zh: given.zh ?? humanOf(singular) }
}

function singularOf(plural: string): string {
  if (plural.endsWith('ies')) return `${plural.slice(0, -3)}y`
  if (/(ses|xes|ches|shes)$/.test(plural)) return plural.slice(0, -2)
  return plural.endsWith('s') ? plural.slice(0, -1) : plural
}

const humanOf = (kebab: string) => kebab.replaceAll('-', ' ')
const snakeOf = (kebab: string) => kebab.replaceAll('-', '_')
const camelOf = (kebab: string) => kebab.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
const pascalOf = (kebab: string) => camelOf(`-${kebab}`)
const sentenceOf = (kebab: string) => humanOf(kebab).replace(/^./, (letter) => letter.toUpperCase())

// The noun of the templates has two words, so that each of its spellings is unmistakable.
const MODEL: Names = { plural: 'sample-things', singular: 'sample-thing', zh: '样例' }

const spellingsOf = ({ plural, singular, zh }: Names): string[] => [
  ...[plural, singular].flatMap((name) => [
    name,
    camelOf(name),
    pascalOf(name),
    snakeOf(name),
    humanOf(name),
    sentenceOf(name),
  ]),
  zh,
]

/** Puts the noun in the place of the templates' noun, in a text or a path. */
export function rename(text: string, names: Names): string {
  const targets = spellingsOf(names)
  // Plural spellings stand first, and each contains its singular: they must be replaced before it.
  return spellingsOf(MODEL).reduce((result, spelling, index) => result.replaceAll(spelling, targets[index] ?? ''), text)
}
