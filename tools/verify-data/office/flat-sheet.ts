/** The first sheet of a flat OpenDocument file, in which LibreOffice writes down what it holds. */

export type OpenedCell = { text: string; formula: string | null }
export type OpenedSheet = OpenedCell[][]

/** Rows without the empty cells at their end; a row of nothing else is left out. */
export const readFlatSheet = (xml: string): OpenedSheet => {
  const [, sheet] = /<table:table [^>]*>([^]*?)<\/table:table>/.exec(xml) ?? []
  if (sheet === undefined) throw new Error('the document has no sheet')
  return elements(sheet, 'table:table-row')
    .map(({ inner }) => rowOf(inner))
    .filter((row) => row.length > 0)
}

type Element = { attributes: string; inner: string }

// None of the elements asked for lies within another of its name.
const elements = (xml: string, name: string): Element[] =>
  [...xml.matchAll(new RegExp(`<${name}((?: [^>]*?)?)(?:/>|>([^]*?)</${name}>)`, 'g'))].map(
    ([, attributes = '', inner = '']) => ({ attributes, inner }),
  )

const attribute = (attributes: string, name: string): string | null => {
  const found = attributes.split(` ${name}="`)[1]
  return found === undefined ? null : plain(found.slice(0, found.indexOf('"')))
}

const rowOf = (xml: string): OpenedCell[] => {
  const row = elements(xml, 'table:table-cell').flatMap(({ attributes, inner }) => {
    const cell = {
      text: elements(inner, 'text:p')
        .map((line) => lineOf(line.inner))
        .join('\n'),
      formula: attribute(attributes, 'table:formula'),
    }
    return Array.from({ length: Number(attribute(attributes, 'table:number-columns-repeated') ?? 1) }, () => cell)
  })
  return row.slice(0, row.findLastIndex(({ text, formula }) => text !== '' || formula !== null) + 1)
}

const lineOf = (xml: string): string =>
  plain(
    xml
      .replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count: string | undefined) => ' '.repeat(Number(count ?? 1)))
      .replaceAll('<text:tab/>', '\t')
      .replaceAll('<text:line-break/>', '\n')
      .replace(/<[^>]*>/g, ''),
  )

const signs: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const plain = (xml: string): string =>
  xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (found, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return signs[name] ?? found
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
  })
