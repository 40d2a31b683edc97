/** One entry of the audit trail, whole: who, when, which record, why, and each value before and after. */
import { eventFields as fields } from '@rapport/domain/features/events/events.fields.ts'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { allFieldsOf } from '../../app/all-fields.ts'
import { paths, recordPath } from '../../app/paths.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Fact } from '../../ui/facts.tsx'
import { Panel } from '../../ui/panel.tsx'
import { changeLines } from './change-words.ts'
import { Changes } from './changes.tsx'
import { useEntityName, usePartNames } from './event-names.ts'
import type { Event } from './events.queries.ts'
import styles from './history-panel.module.css'
import { useEventWords } from './use-event-words.ts'

const pages = new Set(['customers', 'contacts', 'opportunities', 'imports'])

export default function EventPanel({ event, onClose }: { event: Event; onClose: () => void }) {
  const { t } = useTranslation('events')
  const format = useFormat()
  const textOf = useLabel()
  const entityName = useEntityName()
  const lines = changeLines(event, useEventWords(allFieldsOf, usePartNames()))
  const { at, actor, entity, recordId, title, reason, text } = event
  return (
    <Panel opened onClose={onClose} title={text ? textOf(text) : event.type} width={560}>
      <div className={styles.panel}>
        <dl className={`${styles.facts} ${styles.padded}`}>
          <Fact label={fields.at.label}>{format.dateTime(at)}</Fact>
          <Fact label={fields.actorId.label}>{actor && textOf(actor.label)}</Fact>
          <Fact label={fields.entity.label}>{entityName(entity)}</Fact>
          <Fact label={fields.recordId.label}>
            {pages.has(entity) ? <Link to={recordPath(entity, recordId)}>{title || recordId}</Link> : title}
          </Fact>
          <Fact label={fields.reason.label}>{reason}</Fact>
          <Fact label={t(($) => $.changed)}>{lines.length > 0 && <Changes lines={lines} />}</Fact>
        </dl>
        <ButtonLink small tone="quiet" to={paths.auditOf({ noun: entity, id: recordId })} className={styles.more}>
          {t(($) => $.ofRecord)}
        </ButtonLink>
      </div>
    </Panel>
  )
}
