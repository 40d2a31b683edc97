/** An entry of the audit trail on a phone: what happened, what changed, when. */
import { allFieldsOf } from '../../app/all-fields.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { changedWords } from './change-words.ts'
import { usePartNames } from './event-names.ts'
import type { Event } from './events.queries.ts'
import styles from './history-panel.module.css'
import { useEventWords } from './use-event-words.ts'

export function AuditCard({ event }: { event: Event }) {
  const format = useFormat()
  const textOf = useLabel()
  const words = useEventWords(allFieldsOf, usePartNames())
  const changed = changedWords(event, words)
  return (
    <div className={styles.card}>
      <b>{textOf(event.text ?? event.type)}</b>
      {changed && <span>{changed}</span>}
      <span>{format.shortDateTime(event.at)}</span>
    </div>
  )
}
