/** What a field of the noun is called, by the target that fills it, and its value as a person reads it. */
import type { Label } from '../../lib/use-language.ts'
import type { Import } from './imports.queries.ts'

export const titleOf = ({ targets }: Import, field: string, textOf: (label: Label | string) => string): string => {
  const target = targets.find(({ path }) => path === field) ?? targets.find(({ path }) => path.startsWith(`${field}.`))
  return target ? textOf(target.label) : field
}

/** A value of a change as text; nothing is a dash. */
export const shownValue = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '–'
  if (Array.isArray(value)) return value.map(shownValue).join(', ')
  if (typeof value !== 'object') return String(value)
  const { number, address, label } = value as { number?: string; address?: string; label?: unknown }
  return number ?? address ?? (typeof label === 'string' ? label : Object.values(value).filter(Boolean).join(' '))
}
