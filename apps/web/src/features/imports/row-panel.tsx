/** One row of the file: its cells to put right, what is wrong with each, and what is to be done with it. */
import { overrideLabel } from '@rapport/domain/features/duplicates/reasons.ts'
import { TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Button } from '../../ui/button.tsx'
import form from '../../ui/form/form.module.css'
import { Panel } from '../../ui/panel.tsx'
import { useDecide, type Import, type Row } from './imports.queries.ts'
import styles from './row-panel.module.css'
import { bareWords } from './problem-words.ts'
import { RowChanges } from './row-changes.tsx'
import { RowMatches } from './row-matches.tsx'
import { RowDecision, type Decision } from './row-decision.tsx'

type Props = { of: Import; row: Row; onClose: () => void; onNext?: (() => void) | undefined }

const isMapped = (of: Import, header: string) => of.mapping.some(({ column, target }) => column === header && target)

function Cells({ of, row, cells, put }: Props & { cells: string[]; put: (at: number, value: string) => void }) {
  return of.columns.map(({ header }, at) => {
    if (!isMapped(of, header)) return null
    const problems = row.problems.filter(({ column }) => column === header)
    const isError = problems.some(({ severity }) => severity === 'error')
    const words = problems.map(bareWords).join('; ')
    return (
      <TextInput
        key={header}
        label={header}
        value={cells[at] ?? ''}
        maxLength={20_000}
        error={isError && words}
        description={!isError && words}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data-autofocus={isError || undefined}
        onChange={(event) => put(at, event.currentTarget.value)}
      />
    )
  })
}

function Whole({ row }: { row: Row }) {
  const problems = row.problems.filter(
    ({ column, severity }) => column === null && (severity === 'error' || row.level === null),
  )
  return problems.map(({ code, message, severity }) => (
    <p key={code} className={styles.whole} data-tone={severity}>
      {message}
    </p>
  ))
}

const isOfRecord = (decision: Decision | null) => decision === 'update' || decision === 'merge'
const needsReason = ({ level }: Row, decision: Decision | null) => level === 'certain' && decision === 'create'

/** The row as it is being put right. */
function useRow({ of, row, onClose, onNext }: Props) {
  const decide = useDecide(of.id)
  const [cells, setCells] = useState(row.raw)
  const [decision, setDecision] = useState<Decision | null>(row.decision)
  const first = row.record?.id ?? row.matches[0]?.id ?? ''
  const [chosen, choose] = useState(first)
  const [reason, setReason] = useState('')
  const put = (at: number, value: string) =>
    setCells(of.columns.map((_, one) => (one === at ? value : (cells[one] ?? ''))))
  const fixed = of.columns.flatMap(({ header }, at) => {
    const value = cells[at] ?? ''
    return value === (row.raw[at] ?? '') ? [] : [{ column: header, value }]
  })
  const isChanged = fixed.length > 0 || decision !== row.decision || chosen !== first || reason !== ''
  const save = (then: () => void) => {
    const recordId = isOfRecord(decision) && row.matches.some(({ id }) => id === chosen) ? chosen : undefined
    const one = { rowNo: row.rowNo, decision, ...(recordId && { recordId }), ...(fixed.length > 0 && { cells: fixed }) }
    return decide
      .mutateAsync({ rows: [one], ...(needsReason(row, decision) && reason !== '' && { reason }) })
      .then(then, () => undefined) // the alert says why
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const go = onNext ?? onClose
    if (isChanged) void save(go)
    else go()
  }
  return { decide, cells, put, decision, setDecision, chosen, choose, reason, setReason, isChanged, save, submit }
}

function Foot({ of: state, onClose, onNext }: Pick<Props, 'onClose' | 'onNext'> & { of: ReturnType<typeof useRow> }) {
  const { t } = useTranslation('imports')
  const { decide, isChanged, save } = state
  return (
    <div className={form.foot}>
      {isChanged && onNext && (
        <Button busy={decide.isPending} onClick={() => void save(onClose)}>
          {t(($) => $.saveAndClose)}
        </Button>
      )}
      <Button type="submit" tone="primary" busy={decide.isPending}>
        {isChanged ? t(($) => (onNext ? $.saveAndNext : $.saveAndClose)) : t(($) => (onNext ? $.next : $.close))}
      </Button>
    </div>
  )
}

export function RowPanel(props: Props) {
  const { of, row, onClose, onNext } = props
  const { t } = useTranslation('imports')
  const textOf = useProblemText()
  const labelOf = useLabel()
  const state = useRow(props)
  return (
    <Panel opened onClose={onClose} title={t(($) => $.row, { row: row.rowNo })}>
      <form className={form.form} data-panel onSubmit={state.submit}>
        <div className={form.body}>
          {state.decide.isError && (
            <p className={styles.whole} data-tone="error" role="alert">
              {textOf(state.decide.error)}
            </p>
          )}
          <Whole row={row} />
          <RowMatches of={of} row={row} chosen={state.chosen} choose={state.choose} />
          <RowDecision row={row} value={state.decision} onChange={state.setDecision} />
          {needsReason(row, state.decision) && (
            <TextInput
              label={labelOf(overrideLabel)}
              value={state.reason}
              required={row.decision !== 'create'}
              maxLength={500}
              onChange={(event) => state.setReason(event.currentTarget.value)}
            />
          )}
          <RowChanges of={of} row={row} />
          <Cells {...props} cells={state.cells} put={state.put} />
        </div>
        <Foot of={state} onClose={onClose} onNext={onNext} />
      </form>
    </Panel>
  )
}
