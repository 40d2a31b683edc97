/** The product lines of a deal as a sheet: added, priced, ordered, removed; below them what they come to. */
import { IconPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { randomId } from '../../lib/random-id.ts'
import { Button } from '../../ui/button.tsx'
import { useFormAround } from '../../ui/form/form-context.ts'
import { useListValue } from '../../ui/form/use-list-value.ts'
import { blankLine, sumOf, withMoved, type LineRow } from './deal-lines.ts'
import { LineRowInputs } from './line-row.tsx'
import styles from './line-rows.module.css'
import { productPriceQuery } from './opportunities.queries.ts'

type List = ReturnType<typeof useListValue<LineRow>>

/** Choosing a product brings its list price, where that is in the currency of the deal and nobody has typed another meanwhile. */
function usePricing({ set, change, items }: List, currency: string) {
  const client = useQueryClient()
  const { form } = useFormAround()
  return async (at: number, productId: string) => {
    const row = items[at]
    if (!row) return
    change(at, { productId })
    if (!productId) return
    const product = await client.fetchQuery(productPriceQuery(productId)).catch(() => null)
    if (product?.currency !== currency || product.listPrice === undefined) return
    const unitPrice = product.listPrice
    const isAsLeft = (one: LineRow) =>
      one.key === row.key && one.productId === productId && one.unitPrice === row.unitPrice
    const now = (form.getValues()['lines'] ?? []) as LineRow[]
    set(now.map((one) => (isAsLeft(one) ? { ...one, unitPrice } : one)))
  }
}

function Sum({ rows, currency }: { rows: LineRow[]; currency: string }) {
  const { t } = useTranslation('opportunities')
  const format = useFormat()
  const sum = sumOf(rows, currency)
  return (
    <div className={styles.sum}>
      <span>{t(($) => (rows.length > 0 ? $.line.follows : $.line.without))}</span>
      <output aria-live="polite" aria-label={t(($) => $.line.total)} data-figure>
        {sum !== null && format.money(sum, currency, 'trim')}
      </output>
    </div>
  )
}

function Heads() {
  const { t } = useTranslation('opportunities')
  return (
    <div className={styles.heads} aria-hidden>
      <span>{t(($) => $.line.product)}</span>
      <span>{t(($) => $.line.quantity)}</span>
      <span>{t(($) => $.line.unitPrice)}</span>
      <span>{t(($) => $.line.discount)}</span>
      <span>{t(($) => $.line.net)}</span>
    </div>
  )
}

/** The rows, and what can be done with them by keyboard: the cursor goes where one goes on. */
function useLines(currency: string) {
  const list = useListValue<LineRow>({ name: 'lines', label: '' })
  const { items, set, remove } = list
  const [fresh, setFresh] = useState<string | null>(null)
  const adding = useRef<HTMLButtonElement>(null)
  return {
    ...list,
    fresh,
    adding,
    price: usePricing(list, currency),
    addAt: (at: number) => {
      const row = blankLine(randomId())
      setFresh(row.key)
      set(items.toSpliced(at, 0, row))
    },
    step: (at: number, by: -1 | 1) => {
      const { activeElement } = document
      set(withMoved(items, at, at + by))
      // The browser takes the cursor from an element that is moved.
      if (activeElement instanceof HTMLElement) requestAnimationFrame(() => activeElement.focus())
    },
    removeAt: (at: number) => {
      remove(at)
      adding.current?.focus()
    },
  }
}

export function LineRows({ currency }: { currency: string }) {
  const { t } = useTranslation('opportunities')
  const { items, fresh, adding, price, addAt, step, removeAt, change, errorOf } = useLines(currency)
  return (
    <>
      {items.length > 0 && <Heads />}
      <ul className={styles.rows} aria-label={t(($) => $.record.lines)}>
        {items.map((row, at) => (
          <LineRowInputs
            key={row.key}
            row={row}
            at={at}
            count={items.length}
            currency={currency}
            fresh={row.key === fresh}
            errorOf={(name) => errorOf(at, name)}
            onChange={(part) => change(at, part)}
            onProduct={(productId) => void price(at, productId)}
            onStep={(by) => step(at, by)}
            onAdd={() => addAt(at + 1)}
            onRemove={() => removeAt(at)}
          />
        ))}
      </ul>
      <Button
        ref={adding}
        small
        tone="quiet"
        icon={IconPlus}
        className={styles.add}
        onClick={() => addAt(items.length)}
      >
        {t(($) => $.line.add)}
      </Button>
      <Sum rows={items} currency={currency} />
    </>
  )
}
