/** A new product, from ＋ or from the list. */
import { productDraft } from '@rapport/domain/features/products/products.ts'
import { useTranslation } from 'react-i18next'
import type { CreatePanelProps } from '../../app/create.ts'
import { useMe } from '../../app/session.ts'
import type { BodyOf } from '../../lib/call.ts'
import { Form } from '../../ui/form/form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { toast } from '../../ui/toast.tsx'
import { ProductInputs, productValues } from './product-inputs.tsx'
import { useCreateProduct } from './products.queries.ts'

export default function ProductCreate({ onDone }: CreatePanelProps) {
  const { t } = useTranslation('products')
  const { t: common } = useTranslation('common')
  const { organisation } = useMe()
  const create = useCreateProduct()
  const form = useRecordForm({
    initial: { ...productValues(), currency: organisation.baseCurrency },
    schema: productDraft,
    draftKey: 'products.new',
    onSubmit: async (values) => {
      const made = await create.mutateAsync(values as BodyOf<'POST /products'>)
      toast(t(($) => $.created, { code: made.code }))
      onDone()
    },
  })
  return (
    <Form of={form} inPanel submit={common(($) => $.action.create)} onCancel={onDone}>
      <ProductInputs />
    </Form>
  )
}
