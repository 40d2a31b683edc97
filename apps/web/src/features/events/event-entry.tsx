/** An event as an entry of a timeline: its sentence, and what changed below it. */
import {
  IconArrowBackUp,
  IconArrowRight,
  IconExchange,
  IconPencil,
  IconPlus,
  IconTargetArrow,
  IconTrash,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import type { IconType } from '../../ui/icon.tsx'
import type { TimelineEntry } from '../../ui/timeline.tsx'
import { changeLines, type ChangeLine, type Words } from './change-words.ts'
import type { Event } from './events.queries.ts'

const icons: Record<string, IconType> = {
  create: IconPlus,
  update: IconPencil,
  delete: IconTrash,
  restore: IconArrowBackUp,
  command: IconArrowRight,
}
const special: Record<string, IconType> = {
  'opportunity.moved': IconTargetArrow,
  'customer.transferred': IconExchange,
}
const tones: Record<string, TimelineEntry['tone']> = { 'opportunity.won': 'ok' }

const Changes = ({ lines }: { lines: ChangeLine[] }) => (
  <>
    {lines.map((line) => (
      <div key={line.field}>
        {line.field}
        {line.new !== undefined && (
          <>
            {' '}
            {line.old} → <b>{line.new}</b>
          </>
        )}
      </div>
    ))}
  </>
)

export function useEventEntry(fieldsOf: Words['fieldsOf']): (event: Event) => TimelineEntry {
  const { t } = useTranslation()
  const format = useFormat()
  const textOf = useLabel()
  const words = {
    fieldsOf,
    format,
    textOf,
    none: t(($) => $.fact.none),
    yes: t(($) => $.filter.yes),
    no: t(($) => $.filter.no),
  }
  return (event) => {
    const lines = changeLines(event, words)
    const tone = tones[event.type]
    return {
      id: event.id,
      at: event.at,
      icon: special[event.type] ?? icons[event.action] ?? IconArrowRight,
      title: event.text ? textOf(event.text) : event.type,
      ...(tone && { tone }),
      ...((lines.length > 0 || event.reason) && {
        body: (
          <>
            <Changes lines={lines} />
            {event.reason}
          </>
        ),
      }),
    }
  }
}
