/** A new activity from anywhere: planned for a day, or logged as done, for a record that is looked up. */
import { activityKinds, type ActivityKind } from '@rapport/domain/features/activities/activity-choices.ts'
import { activityFields as fields } from '@rapport/domain/features/activities/activities.fields.ts'
import { needsOutcome } from '@rapport/domain/features/activities/activities.rules.ts'
import { activityDraft } from '@rapport/domain/features/activities/activities.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CreatePanelProps } from '../../app/create.ts'
import { useMay, useMe, useWritable } from '../../app/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { DateField } from '../../ui/date-field.tsx'
import { afterWorkingDays } from '../../ui/date-presets.ts'
import { FieldRow, Form } from '../../ui/form/form.tsx'
import { useRecordForm, type RecordForm } from '../../ui/form/use-record-form.ts'
import { choiceLabel } from '../../ui/record-grid/cells.ts'
import { RefField } from '../../ui/ref-field.tsx'
import { SegmentedField } from '../../ui/segmented-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { LongTextField, TextField } from '../../ui/text-field.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { useLogActivity, type Draft } from './activities.queries.ts'
import { takesOutcome } from './composed.ts'
import { draftOfEntered, type Entered } from './entered.ts'
import { OutcomeField } from './outcome-field.tsx'
import { useTakenBack } from './use-taken-back.ts'

const DAYS = 3

const empty = { about: '', subject: '', body: '', time: '09:00', doneTime: '', outcomeId: '' }

// What was taken away of what the form begins with is not there any more.
const unsaid = { day: '', time: '', next: '' }

function useBlank(): Entered {
  const format = useFormat()
  const { user } = useMe()
  const [today, soon] = [format.today(), afterWorkingDays(format.today(), DAYS)]
  return { ...empty, state: 'todo', kind: 'call', ownerId: user.id, day: soon, doneDay: today, next: soon }
}

/** The two answers on which the others depend. */
type Asked = Pick<Entered, 'state' | 'kind'>

function useAsked({ form }: RecordForm, set: (change: (asked: Asked) => Asked) => void): void {
  form.watch('state', ({ value }) => set((asked) => ({ ...asked, state: value as Entered['state'] })))
  form.watch('kind', ({ value }) => set((asked) => ({ ...asked, kind: value as ActivityKind })))
}

function useCreateForm({ prefill, onDone }: CreatePanelProps) {
  const format = useFormat()
  const textOf = useLabel()
  const { user } = useMe()
  const log = useLogActivity()
  const entered = useTakenBack()
  const blank = useBlank()
  const begun = { ...blank, ...prefill } as Entered
  const [asked, setAsked] = useState<Asked>(begun)
  const place = {
    timeZone: format.reader.timeZone,
    today: format.today(),
    nameOf: (kind: ActivityKind) => textOf(choiceLabel({ choices: activityKinds }, kind)),
  }
  const form = useRecordForm({
    initial: begun,
    schema: activityDraft,
    required: asked.state === 'done' && needsOutcome(asked.kind) ? ['outcomeId'] : [],
    shape: (values) => draftOfEntered({ ...blank, ...unsaid, ...values }, place),
    // What was begun for another record or as another kind waits for that.
    draftKey: ['activities.new', ...Object.values(prefill)].join(' '),
    onSubmit: async (values) => {
      const shown = { owner: { label: user.name }, contact: null, outcome: null }
      const made = await log.mutateAsync({ draft: values as unknown as Draft, shown })
      onDone()
      entered(made, asked.state)
    },
  })
  useAsked(form, setAsked)
  return { form, asked }
}

function Planned() {
  const { t } = useTranslation('activities')
  return (
    <FieldRow>
      <DateField name="day" label={t(($) => $.due)} />
      <TimeField name="time" label={t(($) => $.time)} />
    </FieldRow>
  )
}

function Done({ kind }: { kind: ActivityKind }) {
  const { t } = useTranslation('activities')
  return (
    <>
      <FieldRow>
        <DateField name="doneDay" label={t(($) => $.doneOn)} presets={false} clearable={false} />
        <TimeField name="doneTime" label={t(($) => $.time)} />
      </FieldRow>
      {takesOutcome(kind) && <OutcomeField required={needsOutcome(kind)} />}
      <DateField name="next" label={t(($) => $.next)} />
    </>
  )
}

function Owner() {
  const may = useMay()
  const writable = useWritable('activities')
  if (!may('users.read') || !writable('ownerId')) return null
  return <RefField name="ownerId" label={fields.ownerId.label} to="users" clearable={false} />
}

export default function ActivityCreate(props: CreatePanelProps) {
  const { t } = useTranslation('activities')
  const { form, asked } = useCreateForm(props)
  const isDone = asked.state === 'done'
  const states = [
    { value: 'todo', label: t(($) => $.toDo) },
    { value: 'done', label: t(($) => $.isDone) },
  ]
  return (
    <Form of={form} inPanel submit={t(($) => (isDone ? $.save : $.planIt))} onCancel={props.onDone}>
      <SegmentedField name="state" label={fields.status.label} options={states} />
      <RefField
        name="about"
        label={t(($) => $.about)}
        to="subjects"
        placeholder={t(($) => $.aboutHelp)}
        notes
        startHere
      />
      <FieldRow>
        <SelectField name="kind" label={fields.kind.label} options={activityKinds} />
        <Owner />
      </FieldRow>
      <TextField name="subject" label={fields.subject.label} required={!needsOutcome(asked.kind)} maxLength={200} />
      {isDone ? <Done kind={asked.kind} /> : <Planned />}
      <LongTextField name="body" label={fields.body.label} />
    </Form>
  )
}
