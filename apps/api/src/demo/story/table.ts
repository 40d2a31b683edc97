/** A table in a text: one row a line, cells between bars. The story stays readable as a table. */
export const readTable = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
