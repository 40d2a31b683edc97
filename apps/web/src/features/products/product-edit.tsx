/** A known product: change it, or put it into the trash. */
import { productPatch } from '@rapport/domain/features/products/products.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useInTrash } from '../../app/in-trash.ts'
import type { BodyOf } from '../../lib/call.ts'
import { useLabel } from '../../lib/use-language.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form/form.tsx'
import { useFormRecord } from '../../ui/form/form-record.ts'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { Panel } from '../../ui/panel.tsx'
import { toast } from '../../ui/toast.tsx'
import { Pending } from '../../ui/pending.tsx'
import { HistoryButton } from '../events/history-button.tsx'
import { ProductInputs, productValues } from './product-inputs.tsx'
import { productQuery, useDeleteProduct, useUpdateProduct, type Product } from './products.queries.ts'

type Props = { product: Product; onClose: () => void }

function Remove({ product, onClose }: Props) {
  const { t } = useTranslation('products')
  const { t: common } = useTranslation('common')
  const textOf = useLabel()
  const wordsOf = useProblemText()
  const remove = useDeleteProduct()
  const inTrash = useInTrash()
  // Awaited, because the panel closes before a callback of this component would be called.
  const say = (error: unknown) => toast(wordsOf(error), { tone: 'problem' })
  const act = () =>
    remove.mutateAsync(product).then(() => {
      onClose()
      const name = textOf(product.label)
      inTrash(
        t(($) => $.deleted, { name }),
        { id: product.id, name },
      )
    }, say)
  return (
    <Button tone="quiet" busy={remove.isPending} onClick={() => void act()}>
      {common(($) => $.action.delete)}
    </Button>
  )
}

function EditForm({ product, onClose }: Props) {
  const { t } = useTranslation('common')
  const update = useUpdateProduct()
  const form = useRecordForm({
    initial: productValues(),
    record: useFormRecord(product, productQuery(product.id), productValues),
    schema: productPatch,
    draftKey: `products.${product.id}`,
    onSubmit: async (values, version) => {
      const body = values as BodyOf<'PATCH /products/:id'>
      if (Object.keys(body).length > 0) await update.mutateAsync({ product: { id: product.id, version }, body })
      toast(t(($) => $.action.saved))
      onClose()
    },
  })
  return (
    <Form
      of={form}
      inPanel
      submit={t(($) => $.action.save)}
      onCancel={onClose}
      more={
        <>
          {product.can.delete && <Remove product={product} onClose={onClose} />}
          <HistoryButton subject={{ noun: 'products', id: product.id }} />
        </>
      }
    >
      <ProductInputs />
    </Form>
  )
}

export default function ProductPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('products')
  const query = useQuery(productQuery(id))
  return (
    <Panel opened onClose={onClose} title={t(($) => $.edit)}>
      <Pending of={query} />
      {query.data && <EditForm product={query.data} onClose={onClose} />}
    </Panel>
  )
}
