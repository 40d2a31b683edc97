/** The rows of a CSV text by the names of its first row; a reader of its own, so that ours is not judged by itself. */
export const readCsv = (text: string): Record<string, string>[] => {
  const [head = [], ...rows] = linesOf(text.trimEnd())
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])))
}

const linesOf = (text: string): string[][] => {
  const lines: string[][] = [['']]
  let isQuoted = false
  for (const sign of text.replaceAll('\r\n', '\n')) {
    const line = lines.at(-1) ?? []
    if (sign === '"') isQuoted = !isQuoted
    else if (sign === ',' && !isQuoted) line.push('')
    else if (sign === '\n' && !isQuoted) lines.push([''])
    else line[line.length - 1] += sign
  }
  return lines
}
