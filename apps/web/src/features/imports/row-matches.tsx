/** What a row may be already: the records and rows, why, and the chosen one beside the row. */
import { duplicateReasons } from '@rapport/domain/features/duplicates/reasons.ts'
import { Radio } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { recordPath } from '../../app/paths.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Chip } from '../../ui/marks/chip.tsx'
import { Pending } from '../../ui/pending.tsx'
import type { Import, Row } from './imports.queries.ts'
import { fieldsFor, matchQuery } from './matches.queries.ts'
import styles from './row-matches.module.css'
import { sideBySide } from './side-by-side.ts'

type Match = Row['matches'][number]
type Surely = Pick<Match, 'level' | 'score' | 'reasons'>

function Why({ of: { level, score, reasons }, children }: { of: Surely; children: ReactNode }) {
  const { t } = useTranslation('imports')
  const textOf = useLabel()
  const format = useFormat()
  return (
    <span className={styles.why}>
      <Chip tone={level === 'certain' ? 'risk' : 'warn'}>
        {t(($) => $.levels[level])} {format.number(score)}
      </Chip>
      {children}
      <span className={styles.quiet}>
        {format.list(reasons.map((reason) => textOf(duplicateReasons[reason].label)))}
      </span>
    </span>
  )
}

function Matches({ of, row, chosen, choose }: Props) {
  const { t } = useTranslation('imports')
  const link = (match: Match) => (
    <a href={recordPath(of.entity, match.id)} target="_blank" rel="noreferrer">
      {match.label}
    </a>
  )
  const words = (match: Match) => (
    <Why of={match}>
      {link(match)}
      <span className={styles.quiet}>{[match.detail, match.owner].filter(Boolean).join(' · ')}</span>
    </Why>
  )
  const [only] = row.matches
  if (only && row.matches.length === 1) return words(only)
  return (
    <Radio.Group aria-label={t(($) => $.whichRecord)} value={chosen} onChange={choose}>
      <div className={styles.list}>
        {row.matches.map((match) => (
          <Radio key={match.id} value={match.id} label={words(match)} aria-label={match.label} />
        ))}
      </div>
    </Radio.Group>
  )
}

function Beside({ of, row, chosen }: Omit<Props, 'choose'>) {
  const { t } = useTranslation('imports')
  const textOf = useLabel()
  const query = useQuery(matchQuery(of.entity, chosen))
  if (!query.data) return query.isError && <Pending of={query} />
  const lines = sideBySide(of, row, query.data, fieldsFor(of.entity), textOf)
  return (
    <table className={styles.beside}>
      <thead>
        <tr>
          <th scope="col">{t(($) => $.field)}</th>
          <th scope="col">{t(($) => $.thisRow)}</th>
          <th scope="col">{t(($) => $.existingRecord)}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ path, title, file, known, isSame }) => (
          <tr key={path} data-same={isSame || undefined}>
            <th scope="row">{title}</th>
            <td>{file}</td>
            <td>{known}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Others({ row }: { row: Row }) {
  const { t } = useTranslation('imports')
  const { t: common } = useTranslation()
  const format = useFormat()
  return (
    <>
      {row.hidden.map(({ level, owner, since }) => {
        const day = format.date(since.slice(0, 10))
        return (
          <span key={`${owner} ${since}`} className={styles.why}>
            <Chip tone={level === 'certain' ? 'risk' : 'warn'}>{t(($) => $.levels[level])}</Chip>
            {owner
              ? common(($) => $.duplicates.ownedBy, { owner, since: day })
              : common(($) => $.duplicates.beyond, { since: day })}
          </span>
        )
      })}
      {row.sameAs.map((one) => (
        <Why key={one.rowNo} of={one}>
          {t(($) => $.earlierRow, { row: format.number(one.rowNo) })}
        </Why>
      ))}
    </>
  )
}

type Props = { of: Import; row: Row; chosen: string; choose: (id: string) => void }

export function RowMatches({ of, row, chosen, choose }: Props) {
  const { t } = useTranslation()
  if (row.level === null) return null
  return (
    <section className={styles.matches} aria-label={t(($) => $.duplicates.title)}>
      <h3>{t(($) => $.duplicates.title)}</h3>
      <Matches of={of} row={row} chosen={chosen} choose={choose} />
      <Others row={row} />
      <Beside of={of} row={row} chosen={chosen} />
    </section>
  )
}
