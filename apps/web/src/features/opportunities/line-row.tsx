/** One product line: what, how much of it, at which price; Enter adds a line below, Alt and an arrow move it. */
import { TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import type { FocusEvent, KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { IconButton } from '../../ui/button.tsx'
import { MoneyInput } from '../../ui/money-input.tsx'
import { NumberInput } from '../../ui/number-input.tsx'
import { RefSelect } from '../../ui/ref-select.tsx'
import { startsHere } from '../../ui/starts-here.ts'
import { netOf, type LineRow } from './deal-lines.ts'
import styles from './line-rows.module.css'

export type LineProps = {
  row: LineRow
  at: number
  count: number
  currency: string
  /** The line that was just added takes the cursor. */
  fresh: boolean
  errorOf: (name: string) => ReactNode
  onChange: (part: Partial<LineRow>) => void
  onProduct: (productId: string) => void
  onStep: (by: -1 | 1) => void
  onAdd: () => void
  onRemove: () => void
}

const steps: Record<string, -1 | 1> = { ArrowUp: -1, ArrowDown: 1 }

function Product({ row, at, fresh, errorOf, onChange, onProduct }: LineProps) {
  const { t } = useTranslation('opportunities')
  return (
    <div className={styles.product}>
      <RefSelect
        to="products"
        label={t(($) => $.line.product)}
        data-path={`lines.${at}.productId`}
        value={row.productId}
        onChange={onProduct}
        error={errorOf('productId')}
        {...startsHere(fresh)}
        placeholder={t(($) => $.line.pick)}
      />
      <TextInput
        className={styles.description ?? ''}
        variant="unstyled"
        aria-label={t(($) => $.line.description)}
        placeholder={t(($) => $.line.description)}
        data-path={`lines.${at}.description`}
        autoComplete="off"
        maxLength={500}
        value={row.description}
        error={errorOf('description')}
        onChange={(event) => onChange({ description: event.currentTarget.value })}
      />
    </div>
  )
}

function Numbers({ row, at, currency, errorOf, onChange }: LineProps) {
  const { t } = useTranslation('opportunities')
  // As in a sheet: what is typed takes the place of what stands there.
  const replace = ({ currentTarget }: FocusEvent<HTMLInputElement>) => currentTarget.select()
  const shared = (name: keyof LineRow) => ({
    'data-path': `lines.${at}.${name}`,
    error: errorOf(name),
    onFocus: replace,
  })
  const text = (value: string | number | null) => String(value ?? '')
  return (
    <>
      <NumberInput
        {...shared('quantity')}
        kind="decimal"
        label={t(($) => $.line.quantity)}
        value={row.quantity}
        onValue={(quantity) => onChange({ quantity: text(quantity) })}
      />
      <MoneyInput
        {...shared('unitPrice')}
        currency={currency}
        digits={4}
        label={t(($) => $.line.unitPrice)}
        value={row.unitPrice}
        onValue={(unitPrice) => onChange({ unitPrice })}
      />
      <NumberInput
        {...shared('discount')}
        kind="percent"
        label={t(($) => $.line.discount)}
        value={row.discount}
        onValue={(discount) => onChange({ discount: text(discount) })}
      />
    </>
  )
}

function Tools({ at, count, onStep, onRemove }: LineProps) {
  const { t } = useTranslation('opportunities')
  const { t: common } = useTranslation('common')
  return (
    <div className={styles.tools}>
      <IconButton small icon={IconArrowUp} label={t(($) => $.line.up)} disabled={at === 0} onClick={() => onStep(-1)} />
      <IconButton
        small
        icon={IconArrowDown}
        label={t(($) => $.line.down)}
        aria-disabled={at === count - 1}
        onClick={() => onStep(1)}
      />
      <IconButton small icon={IconX} label={common(($) => $.action.remove)} onClick={onRemove} />
    </div>
  )
}

export function LineRowInputs(props: LineProps) {
  const { t } = useTranslation('opportunities')
  const format = useFormat()
  const { row, at, currency, onStep, onAdd } = props
  const net = netOf(row, currency)
  const press = (event: KeyboardEvent) => {
    const by = event.altKey ? steps[event.key] : undefined
    if (by) onStep(by)
    else if (!isEnter(event)) return
    else if (!isInList(event)) onAdd()
    event.preventDefault()
  }
  return (
    // A line is no control itself: it hears the keys of its inputs.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li className={styles.row} aria-label={t(($) => $.line.nth, { n: at + 1 })} onKeyDown={press}>
      <Product {...props} />
      <Numbers {...props} />
      <output className={styles.net} aria-label={t(($) => $.line.net)} data-figure>
        {net === null ? '–' : format.bareMoney(net, currency)}
      </output>
      <Tools {...props} />
    </li>
  )
}

/** Enter in a text; with ⌘ it sends. */
const isEnter = ({ key, metaKey, ctrlKey, nativeEvent, target }: KeyboardEvent) =>
  key === 'Enter' && !metaKey && !ctrlKey && !nativeEvent.isComposing && target instanceof HTMLInputElement

/** There it chooses, or does nothing where nothing is marked. */
const isInList = ({ target }: KeyboardEvent) => (target as Element).getAttribute('aria-expanded') === 'true'
