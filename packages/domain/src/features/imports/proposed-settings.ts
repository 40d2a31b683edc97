/** The settings an import starts with, so that a clean file needs no more than a look. */
import type { ImportEntity } from './import-choices.ts'
import type { ImportOptions } from './plan.ts'
import type { Proposal } from './propose-mapping.ts'
import type { EntityTargets } from './target.ts'

const defaults: Partial<Record<ImportEntity, ImportOptions['defaults']>> = {
  customers: [{ target: 'kind', value: 'company' }],
}
// The last column of an error file, in both languages.
const reasons = ['错误原因', 'Reason']

export const isErrorFile = (headers: readonly string[]): boolean => reasons.includes(headers.at(-1) ?? '')
export const reasonHeader = (locale: 'zh-CN' | 'en'): string => (locale === 'en' ? 'Reason' : '错误原因')

/** Keys that the mapping fills, the surest alone: a number or a code of another system needs no name beside it. */
export const proposedKeys = (mapping: readonly Proposal[], { keys }: EntityTargets): string[] => {
  const mapped = (path: string) => mapping.some(({ target }) => target === path || target?.startsWith(`${path}.`))
  const [first] = keys.filter((path) => path !== 'phones' && path !== 'emails' && mapped(path))
  const [second] = keys.filter(mapped)
  return first ? [first] : second ? [second] : []
}

export const proposedOptions = (
  entity: ImportEntity,
  mapping: readonly Proposal[],
  headers: readonly string[],
  timeZone: string,
): ImportOptions => ({
  fill: 'empty',
  valueMaps: [],
  defaults: (defaults[entity] ?? []).filter(({ target }) => !mapping.some((one) => one.target === target)),
  externalSource: 'import',
  dateOrder: null,
  numberFormat: 'point',
  timeZone,
  exported: isErrorFile(headers),
})
