/** Losing a deal: the reason is required; who won instead and when to come back are offered. */
import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../ui/date-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { Pending } from '../../ui/pending.tsx'
import { RefField } from '../../ui/ref-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { LongTextField } from '../../ui/text-field.tsx'
import type { Loss, Question } from './deal-dialogs.ts'
import { loseReasonsQuery } from './opportunities.queries.ts'

type Props = { question: Extract<Question, { kind: 'loss' }> }
type Values = { reasonId: string; competitorId: string; note: string; contactAgainAt: string }

const lossOf = ({ reasonId = '', competitorId, note, contactAgainAt }: Partial<Values>): Loss => ({
  reasonId,
  ...(competitorId && { competitorIds: [competitorId] }),
  ...(note && { note }),
  ...(contactAgainAt && { contactAgainAt }),
})

export default function LossDialog({ question: { deal, act, cancel } }: Props) {
  const { t } = useTranslation('opportunities')
  const query = useQuery(loseReasonsQuery)
  const reasons = (query.data?.items ?? []).map(({ id, label }) => ({ value: id, label }))
  const form = useRecordForm<Values>({
    initial: { reasonId: '', competitorId: '', note: '', contactAgainAt: '' },
    draftKey: `opportunities.lose.${deal.id}`,
    onSubmit: async (values) => {
      if (!values.reasonId) {
        form.form.setFieldError(
          'reasonId',
          t(($) => $.loss.reasonRequired),
        )
        return
      }
      await act(lossOf(values))
    },
  })
  return (
    <Modal opened onClose={cancel} title={t(($) => $.loss.title, { name: deal.name })} radius={12}>
      <Form of={form} submit={t(($) => $.loss.confirm)} onCancel={cancel}>
        {query.isError && <Pending of={query} inline />}
        <SelectField name="reasonId" label={t(($) => $.loss.reason)} options={reasons} required startHere />
        <RefField name="competitorId" label={t(($) => $.loss.competitor)} to="competitors" />
        <LongTextField name="note" label={t(($) => $.loss.note)} />
        <DateField name="contactAgainAt" label={t(($) => $.loss.contactAgain)} />
      </Form>
    </Modal>
  )
}
