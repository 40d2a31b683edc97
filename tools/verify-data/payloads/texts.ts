/** The texts that have broken other products, and the lists of formulas that spreadsheets run. */
import { readFileSync } from 'node:fs'
import path from 'node:path'

export type Payloads = { naughty: string[]; formulas: string[] }

const formulasIn = (page: string): string[] =>
  [...page.matchAll(/```[a-z]*\n([^]*?)```/g)]
    .flatMap(([, block]) => (block ?? '').split('\n'))
    .filter((line) => /^[=+\-@%|]/.test(line))

export const readPayloads = (folder: string): Payloads => {
  const read = (...parts: string[]) => readFileSync(path.join(folder, 'original', ...parts), 'utf8')
  return {
    naughty: JSON.parse(read('blns', 'blns.json')) as string[],
    formulas: formulasIn(read('PayloadsAllTheThings', 'CSV Injection', 'README.md')),
  }
}
