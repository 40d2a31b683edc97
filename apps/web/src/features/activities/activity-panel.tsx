/** Changes an activity: what it is, its words, its day, and who sees it. */
import { activityFields as fields } from '@rapport/domain/features/activities/activities.fields.ts'
import { openStatuses } from '@rapport/domain/next-action.ts'
import { useTranslation } from 'react-i18next'
import type { BodyOf } from '../../lib/call.ts'
import { dayOf } from '../../lib/format-dates.ts'
import { useFormat } from '../../lib/use-format.ts'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { FieldRow, Form } from '../../ui/form/form.tsx'
import { useFormRecord } from '../../ui/form/form-record.ts'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { Panel } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { LongTextField, TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { activityQuery, useUpdateActivity, type Activity } from './activities.queries.ts'
import { morningOf } from './composed.ts'

type Props = { activity: Activity; onClose: () => void }

// The form holds a day, the contract an instant; the server checks the rest.
const valuesOf = ({ kind, subject, body, plannedStart, private: isPrivate }: Activity, timeZone: string) => ({
  kind,
  subject,
  body: body ?? '',
  day: plannedStart ? dayOf(new Date(plannedStart), timeZone) : '',
  private: isPrivate,
})

function useActivityForm({ activity, onClose }: Props) {
  const { t } = useTranslation('common')
  const { timeZone } = useFormat().reader
  const update = useUpdateActivity()
  const record = useFormRecord(activity, activityQuery(activity.id), (known) => valuesOf(known, timeZone))
  return useRecordForm({
    initial: {} as ReturnType<typeof valuesOf>,
    record,
    draftKey: `activities.${activity.id}`,
    onSubmit: async ({ day, ...values }, version) => {
      const plan = day !== undefined && { plannedStart: day ? morningOf(day, timeZone) : null }
      const body = { ...values, ...plan } as BodyOf<'PATCH /activities/:id'>
      if (Object.keys(body).length > 0) await update.mutateAsync({ activity: { id: activity.id, version }, body })
      toast(t(($) => $.action.saved))
      onClose()
    },
  })
}

export default function ActivityPanel(props: Props) {
  const { t } = useTranslation('activities')
  const { t: common } = useTranslation('common')
  const form = useActivityForm(props)
  const isOpen = openStatuses.some((status) => status === props.activity.status)
  return (
    <Panel opened onClose={props.onClose} title={t(($) => $.edit)}>
      <Form of={form} inPanel submit={common(($) => $.action.save)} onCancel={props.onClose}>
        <TextField name="subject" label={fields.subject.label} required startHere />
        <FieldRow>
          <SelectField name="kind" label={fields.kind.label} options={fields.kind.choices} />
          {isOpen && <DateField name="day" label={fields.plannedStart.label} />}
        </FieldRow>
        <LongTextField name="body" label={fields.body.label} minRows={5} />
        <CheckboxField name="private" label={fields.private.label} />
      </Form>
    </Panel>
  )
}
