/** Changes what a deal is made of; its amount follows. */
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { lineDraftsOf, lineRowsOf } from './deal-lines.ts'
import { LineRows } from './line-rows.tsx'
import type { Opportunity } from './opportunities.queries.ts'
import { PartPanel } from './part-panel.tsx'
import { usePartForm } from './use-part-form.ts'

export default function LinesEditor({ deal, onClose }: { deal: Opportunity; onClose: () => void }) {
  const { t } = useTranslation('opportunities')
  const format = useFormat()
  const form = usePartForm({
    deal,
    part: 'lines',
    rowsOf: lineRowsOf,
    draftsOf: lineDraftsOf,
    saidOf: ({ amount, currency }) => t(($) => $.line.saved, { amount: format.money(amount, currency, 'trim') }),
    onClose,
  })
  return (
    <PartPanel of={form} title={t(($) => $.part.lines)} width={860} onClose={onClose}>
      <LineRows currency={deal.currency} />
    </PartPanel>
  )
}
