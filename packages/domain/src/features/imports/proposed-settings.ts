/** The settings an import starts with, so that a clean file needs no more than a look. */
import { baseFields } from '../../field/kinds.ts'
import { customerFields } from '../customers/customers.fields.ts'
import { plainName } from './header-names.ts'
import type { ImportEntity, ImportMode } from './import-choices.ts'
import type { ImportOptions } from './plan.ts'
import type { Proposal } from './propose-mapping.ts'
import type { EntityTargets, Known } from './target.ts'
import { RECORD_ID, recordIdLabel } from './targets/record-id.ts'

const defaults: Partial<Record<ImportEntity, ImportOptions['defaults']>> = {
  customers: [{ target: 'kind', value: 'company' }],
}
// The last column of an error file, in both languages.
const reasons = ['错误原因', 'Reason']

export const isErrorFile = (headers: readonly string[]): boolean => reasons.includes(headers.at(-1) ?? '')
export const reasonHeader = (locale: 'zh-CN' | 'en'): string => (locale === 'en' ? 'Reason' : '错误原因')

/** Rapport's own export: its last column, or the one before the reasons, holds the ids of the records. */
export const isExport = (headers: readonly string[]): boolean =>
  headers.some((header) => plainName(header) === plainName(recordIdLabel.en))

// Columns of an export that an import has no use for: it settles them itself.
const settled: readonly Known[] = [
  { label: baseFields.createdAt.label, names: [] },
  { label: customerFields.externalSource.label, names: [] },
]

/** Of an export, what only past records may bring is left where it is, as what the product works out itself. */
export const targetsFor = (headers: readonly string[], all: EntityTargets): EntityTargets =>
  isExport(headers)
    ? {
        ...all,
        targets: all.targets.filter(({ past }) => !past),
        derived: [...all.derived, ...all.targets.filter(({ past }) => past), ...settled],
      }
    : all

/** An export comes back to change what is there; where it is whole, also to bring what is not. */
export const proposedMode = (
  mapping: readonly Proposal[],
  headers: readonly string[],
  { targets }: EntityTargets,
): ImportMode => {
  if (!isExport(headers)) return 'create'
  const mapped = (path: string) => mapping.some(({ target }) => target === path || target?.startsWith(`${path}.`))
  const required = targets.filter((one) => one.required && !one.path.includes('.'))
  return required.every(({ path, from = [] }) => mapped(path) || from.some(mapped)) ? 'upsert' : 'update'
}

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
  fill: isExport(headers) ? 'all' : 'empty',
  valueMaps: [],
  defaults: (defaults[entity] ?? []).filter(({ target }) => !mapping.some((one) => one.target === target)),
  externalSource: 'import',
  dateOrder: null,
  numberFormat: 'point',
  timeZone,
  exported: isErrorFile(headers) || isExport(headers),
})

/** Of a file of cards: the ids of cards are a realm of their own, whoever has a card is a person, and no cell is guarded. */
export const cardOptions = ({
  defaults: given,
}: ImportOptions): Pick<ImportOptions, 'externalSource' | 'defaults' | 'exported'> => ({
  externalSource: 'vcard',
  defaults: given.map((one) => (one.target === 'kind' ? { ...one, value: 'person' } : one)),
  exported: false,
})

/** Cards of ours and of others stand in one file: each is known by the id it has. */
export const cardKeys = (mapping: readonly Proposal[], offered: EntityTargets): string[] => {
  const ids = [RECORD_ID, 'externalId'].filter((path) => mapping.some(({ target }) => target === path))
  return ids.length > 0 ? ids : proposedKeys(mapping, offered)
}

/** Who has a card needs no more than a name to be new: what kind he is, and where he comes from, is settled for all. */
export const cardMode = (mapping: readonly Proposal[], headers: readonly string[]): ImportMode => {
  if (!isExport(headers)) return 'create'
  return mapping.some(({ target }) => target === 'name') ? 'upsert' : 'update'
}
