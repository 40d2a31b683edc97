/** A row as the record it would become, with what is wrong where it is wrong. */
import { IconChevronLeft, IconChevronRight, IconCopy } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Pending } from '../../ui/pending.tsx'
import { Section } from '../../ui/section.tsx'
import { bareWords } from './problem-words.ts'
import { rowQuery, type Import, type Row } from './imports.queries.ts'
import styles from './mapping-step.module.css'
import { useTargetWords } from './target-words.ts'

function Values({ of, row }: { of: Import; row: Row }) {
  const words = useTargetWords()
  const wrong = new Map(row.problems.map((problem) => [problem.target, problem]))
  const lines = of.mapping.flatMap(({ target: path }) => {
    const target = of.targets.find((one) => one.path === path)
    if (!target) return []
    const value = row.values.find((one) => one.target === path)?.value ?? wrong.get(target.path)?.value ?? ''
    return [{ target, value, problem: wrong.get(target.path) }]
  })
  return (
    <dl className={styles.facts}>
      {lines.map(({ target, value, problem }) => (
        <div key={target.path} className={styles.fact}>
          <dt>{words(target)}</dt>
          <dd data-tone={problem?.severity}>
            {value}
            {problem && <em>{bareWords(problem)}</em>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Whole({ row }: { row: Row }) {
  const about = row.problems.filter(({ target }) => target === null)
  return about.map(({ code, message }) => (
    <p key={code} className={styles.whole}>
      <Icon of={IconCopy} size={14} />
      {message}
    </p>
  ))
}

export function RowPreview({ of }: { of: Import }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const [at, setAt] = useState(1)
  const query = useQuery({ ...rowQuery(of, at), enabled: of.checked !== null })
  const row = query.data
  if (!row) return query.isError && <Pending of={query} />
  const place = t(($) => $.rowOf, { row: format.number(row.rowNo), rows: format.number(of.rowCount) })
  return (
    <Section
      bare
      title={t(($) => $.preview)}
      note={<span data-figure>{place}</span>}
      aside={
        <>
          <IconButton
            icon={IconChevronLeft}
            label={t(($) => $.rowBefore)}
            disabled={at <= 1}
            onClick={() => setAt(at - 1)}
          />
          <IconButton
            icon={IconChevronRight}
            label={t(($) => $.rowAfter)}
            disabled={at >= of.rowCount}
            onClick={() => setAt(at + 1)}
          />
        </>
      }
    >
      <div className={styles.preview}>
        <Values of={of} row={row} />
        <Whole row={row} />
      </div>
    </Section>
  )
}
