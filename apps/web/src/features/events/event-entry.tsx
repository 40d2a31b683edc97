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
  IconUserMinus,
  IconUserPlus,
  IconX,
} from '@tabler/icons-react'
import { Link } from 'react-router'
import { recordPath } from '../../app/paths.ts'
import type { IconType } from '../../ui/icon.tsx'
import type { TimelineEntry } from '../../ui/timeline.tsx'
import { changeLines, type Words } from './change-words.ts'
import { Changes } from './changes.tsx'
import type { Event } from './events.queries.ts'
import { useEventWords } from './use-event-words.ts'

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
  'customer.shared': IconUserPlus,
  'customer.unshared': IconUserMinus,
  'customer.shareLeft': IconUserMinus,
  'opportunity.shared': IconUserPlus,
  'opportunity.unshared': IconUserMinus,
  'opportunity.shareLeft': IconUserMinus,
}
const tones: Record<string, TimelineEntry['tone']> = { 'opportunity.won': 'ok' }

// The record on whose page one is needs no way to itself; a record in the trash has none.
const leadsTo = ({ entity, recordId, action }: Event, of: string): string | null =>
  recordId === of || action === 'delete' ? null : recordPath(entity, recordId)

/** On the timeline of the record `of`; `parts` names the lists that hang on records where everything is told of an event. */
export function useEventEntry(
  fieldsOf: Words['fieldsOf'],
  of: string,
  parts?: Words['parts'],
): (event: Event) => TimelineEntry {
  const words = useEventWords(fieldsOf, parts)
  return (event) => {
    const lines = changeLines(event, words)
    const tone = tones[event.type]
    const sentence = event.text ? words.textOf(event.text) : event.type
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
