/** The sentence of an event, in both languages, as far as its reader may know what it tells. */
import { fill } from './errors.ts'
import { events, type EventType } from './events.ts'
import type { Label } from './field/kinds.ts'

/** Which field of the record a word of the sentence tells: who may not read the field does not read the word. */
const told: Partial<Record<EventType, Record<string, string>>> = {
  'customer.transferred': { to: 'ownerId' },
  'customer.shared': { to: 'ownerId' },
  'customer.unshared': { to: 'ownerId' },
  'opportunity.transferred': { to: 'ownerId' },
  'opportunity.shared': { to: 'ownerId' },
  'opportunity.unshared': { to: 'ownerId' },
  'opportunity.moveUndone': { to: 'stageId' },
  'opportunity.moved': { from: 'stageId', to: 'stageId' },
  'opportunity.lost': { reason: 'reasonId' },
}
const harmless = new Set(['version', 'count'])
const UNTOLD = '…'

export type Told = { type: string; actor: string; title: string; data: Record<string, unknown> }

/** `mayRead` answers for the fields of the event's noun. A type that is not known any more is told by its name. */
export const eventText = ({ type, actor, title, data }: Told, mayRead: (field: string) => boolean): Label => {
  if (!Object.hasOwn(events, type)) return { zh: type, en: type }
  const { sentence } = events[type as EventType]
  const fields = told[type as EventType] ?? {}
  const words = (language: keyof Label) =>
    Object.fromEntries(
      Object.entries(data).map(([name, value]) => {
        const field = fields[name]
        const isOpen = harmless.has(name) || (field !== undefined && mayRead(field))
        return [name, isOpen ? wordOf(value, language) : UNTOLD]
      }),
    )
  const text = (language: keyof Label) =>
    fill(sentence[language], { ...words(language), actor: actor || 'Rapport', title })
  return { zh: text('zh'), en: text('en') }
}

const wordOf = (value: unknown, language: keyof Label): string => {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  const label = value as Partial<Label> | null
  return label?.[language] ?? UNTOLD
}
