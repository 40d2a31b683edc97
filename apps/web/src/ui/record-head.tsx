/** The head of a record: monogram, name, marks, one line of facts, and what can be done. */
import type { ReactNode } from 'react'
import { initialOf } from './marks/avatar.tsx'
import styles from './record-head.module.css'

type Props = {
  name: string
  /** The letter of the monogram; without it the name's own. */
  letter?: string
  /** Right of the name: tier, flags. */
  marks?: ReactNode
  /** One quiet line, parts divided by dots; empty parts fall away. */
  line?: ReactNode[]
  actions?: ReactNode
  /** Beside a page that has a head of its own. */
  beside?: boolean
}

export function RecordHead({ name, letter, marks, line = [], actions, beside = false }: Props) {
  const parts = line.filter(Boolean)
  return (
    <header className={styles.head} data-beside={beside || undefined}>
      {!beside && <title>{`${name} · Rapport`}</title>}
      <span className={styles.monogram} aria-hidden>
        {initialOf(letter ?? name)}
      </span>
      <div className={styles.words}>
        <div className={styles.name}>
          {beside ? <h2>{name}</h2> : <h1>{name}</h1>}
          {marks}
        </div>
        <div className={styles.line}>
          {parts.map((part, at) => (
            <span key={at}>{part}</span>
          ))}
        </div>
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  )
}

/** Headline figures in a row: name, number, a word beside it. */
export function Figures({ items }: { items: { label: string; value: ReactNode; note?: ReactNode; title?: string }[] }) {
  return (
    <dl className={styles.figures}>
      {items.map((item) => (
        <div key={item.label} className={styles.figure}>
          <dt>{item.label}</dt>
          <dd data-figure title={item.title}>
            <b>{item.value}</b> {item.note && <span>{item.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
