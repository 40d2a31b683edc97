/** The columns of the audit trail. */
import { eventFields as fields } from '@rapport/domain/features/events/events.fields.ts'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { allFieldsOf } from '../../app/all-fields.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Person } from '../../ui/marks/avatar.tsx'
import { choiceLabel } from '../../ui/record-grid/cells.ts'
import type { GridColumn } from '../../ui/record-grid/columns.ts'
import { changedWords } from './change-words.ts'
import { useEntityName, usePartNames } from './event-names.ts'
import type { Event } from './events.queries.ts'
import { useEventWords } from './use-event-words.ts'

export function useAuditColumns(): GridColumn<Event>[] {
  const { t } = useTranslation('events')
  const textOf = useLabel()
  const entityName = useEntityName()
  const words = useEventWords(allFieldsOf, usePartNames())
  return useMemo(
    () => [
      { id: 'at', label: fields.at.label, width: 150, cell: ({ at }, format) => at && format.shortDateTime(at) },
      {
        id: 'actorId',
        label: fields.actorId.label,
        width: 130,
        cell: ({ actor }) => actor && <Person name={textOf(actor.label)} />,
      },
      { id: 'text', label: t(($) => $.what), width: 280, grow: true, cell: ({ text }) => text && textOf(text) },
      {
        id: 'changes',
        label: t(($) => $.changed),
        width: 280,
        grow: true,
        cell: (event) => changedWords(event, words),
      },
      { id: 'entity', label: fields.entity.label, width: 110, cell: ({ entity }) => entity && entityName(entity) },
      {
        id: 'action',
        label: fields.action.label,
        width: 90,
        cell: ({ action }) => textOf(choiceLabel(fields.action, action)),
      },
      { id: 'reason', label: fields.reason.label, width: 140, cell: ({ reason }) => reason },
    ],
    [t, textOf, entityName, words],
  )
}
