/** An event as an entry of a timeline: its sentence, and what changed below it. */
import {
  IconArrowBackUp,
  IconArrowRight,
  IconExchange,
  IconFileImport,
  IconPencil,
  IconPlus,
  IconTargetArrow,
  IconTrash,
  IconTrophy,
  IconX,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { recordPath } from '../../app/paths.ts'
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
  'opportunity.created': IconTargetArrow,
  'opportunity.won': IconTrophy,
  'opportunity.lost': IconX,
  'customer.imported': IconFileImport,
  'contact.imported': IconFileImport,
  'opportunity.imported': IconFileImport,
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

// The record on whose page one is needs no way to itself; a record in the trash has none.
const leadsTo = ({ entity, recordId, action }: Event, of: string): string | null =>
  recordId === of || action === 'delete' ? null : recordPath(entity, recordId)

/** On the timeline of the record `of`. */
export function useEventEntry(fieldsOf: Words['fieldsOf'], of: string): (event: Event) => TimelineEntry {
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
    const sentence = event.text ? textOf(event.text) : event.type
    const to = leadsTo(event, of)
    return {
      id: event.id,
      at: event.at,
      icon: special[event.type] ?? icons[event.action] ?? IconArrowRight,
      title: to ? <Link to={to}>{sentence}</Link> : sentence,
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
