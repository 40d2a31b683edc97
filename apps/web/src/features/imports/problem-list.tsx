/** What a check found to settle, by kind: how many rows, in which column, and the one thing to do about it. */
import { dateOrders } from '@rapport/domain/features/imports/read-date.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../../lib/use-format.ts'
import { Section } from '../../ui/section.tsx'
import { TokenMenu } from '../../ui/token-menu.tsx'
import { useSettle, type Import, type ProblemKind } from './imports.queries.ts'
import styles from './mapping-step.module.css'
import { sentMapping } from './sent-mapping.ts'
import { ValuePanel } from './value-panel.tsx'

const lookups = ['import.unresolved', 'import.ambiguous', 'import.choice']

/** Rows of this kind in the next step. */
const rowsPath = ({ code, column }: ProblemKind) =>
  `?${new URLSearchParams({ step: 'check', problem: code, ...(column !== null && { column }) }).toString()}`

function Dates({ of, kind }: { of: Import; kind: ProblemKind }) {
  const { t } = useTranslation('imports')
  const settle = useSettle(of.id)
  const choose = (dateOrder: string) =>
    settle.mutate({
      mapping: sentMapping(of.mapping).map((one) =>
        one.column === kind.column ? { ...one, dateOrder: dateOrder as (typeof dateOrders)[number] } : one,
      ),
    })
  return (
    <TokenMenu
      label={t(($) => $.chooseDate)}
      value=""
      options={dateOrders.map((value) => ({ value, label: t(($) => $.dateOrders[value]) }))}
      onChange={choose}
    />
  )
}

function Kind({ of, kind, onMap }: { of: Import; kind: ProblemKind; onMap: () => void }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const isLookup = lookups.includes(kind.code) && kind.column !== null && kind.values.length > 0
  return (
    <li className={styles.kind}>
      <b className={styles.kindRows} data-tone={kind.severity} data-figure>
        {format.number(kind.rows)}
      </b>
      <span className={styles.kindWords}>
        <span className={styles.kindTitle} title={kind.message}>
          {kind.message}
        </span>
        {kind.column !== null && (
          <span className={styles.kindColumn}>{t(($) => $.column, { column: kind.column })}</span>
        )}
      </span>
      {isLookup && (
        <button type="button" className={styles.act} onClick={onMap}>
          {t(($) => $.mapValues)}
        </button>
      )}
      {kind.code === 'date.ambiguous' && <Dates of={of} kind={kind} />}
      {!isLookup && kind.code !== 'date.ambiguous' && (
        <Link className={styles.act} to={rowsPath(kind)}>
          {t(($) => $.showRows)}
        </Link>
      )}
    </li>
  )
}

export function ProblemList({ of }: { of: Import }) {
  const { t } = useTranslation('imports')
  const [mapped, setMapped] = useState<ProblemKind | null>(null)
  if (of.checked === null) return null
  const { problems } = of
  return (
    <Section
      bare
      title={t(($) => $.problems)}
      aside={problems.length > 0 && <span>{t(($) => $.kindCount, { count: problems.length })}</span>}
    >
      {problems.length === 0 && <p className={styles.quiet}>{t(($) => $.noProblems)}</p>}
      <ul className={styles.list}>
        {problems.map((kind) => (
          <Kind
            key={`${kind.code} ${kind.column ?? ''} ${kind.severity}`}
            of={of}
            kind={kind}
            onMap={() => setMapped(kind)}
          />
        ))}
      </ul>
      {mapped && <ValuePanel of={of} kind={mapped} onClose={() => setMapped(null)} />}
    </Section>
  )
}
