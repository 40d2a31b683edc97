/** Values of the file that stand for nothing known, each with what is read in its place. */
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Button } from '../../ui/button.tsx'
import form from '../../ui/form/form.module.css'
import { Panel } from '../../ui/panel.tsx'
import { useSettle, type Import, type ProblemKind } from './imports.queries.ts'
import styles from './mapping-step.module.css'
import { ValuePicker } from './value-picker.tsx'

type Props = { of: Import; kind: ProblemKind; onClose: () => void }
type Meant = Record<string, string>

/** The maps of the import with those of one column put in; an empty one is taken out. */
const merged = (of: Import, column: string, meant: Meant): Import['valueMaps'] => {
  const before = of.valueMaps.find((map) => map.column === column)?.values ?? []
  const values = [
    ...before.filter(({ from }) => !(from in meant)),
    ...Object.entries(meant).flatMap(([from, to]) => (to === '' ? [] : [{ from, to }])),
  ]
  return [...of.valueMaps.filter((map) => map.column !== column), ...(values.length > 0 ? [{ column, values }] : [])]
}

function Values({ of, kind, meant, put }: Omit<Props, 'onClose'> & { meant: Meant; put: (meant: Meant) => void }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const target = of.targets.find(({ path }) => path === kind.target)
  if (!target) return null
  return (
    <ul className={styles.values}>
      {kind.values.map(({ value, rows, proposals }) => (
        <li key={value} className={styles.value}>
          <span className={styles.valueFrom}>
            <b>{value}</b>
            <span>{t(($) => $.rows, { count: rows, shown: format.number(rows) })}</span>
          </span>
          <ValuePicker
            of={of}
            target={target}
            label={t(($) => $.readAs, { value })}
            value={meant[value] ?? ''}
            placeholder={proposals[0] ? t(($) => $.maybe, { name: proposals[0].label }) : t(($) => $.chooseValue)}
            first={proposals.map(({ id, label }) => ({ value: id, label }))}
            onChange={(to) => put({ ...meant, [value]: to })}
          />
        </li>
      ))}
    </ul>
  )
}

export function ValuePanel({ of, kind, onClose }: Props) {
  const { t } = useTranslation('imports')
  const { t: common } = useTranslation('common')
  const textOf = useProblemText()
  const settle = useSettle(of.id)
  const column = kind.column ?? ''
  const [meant, setMeant] = useState<Meant>({})
  const count = Object.values(meant).filter(Boolean).length
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    await settle.mutateAsync({ valueMaps: merged(of, column, meant) }).then(onClose, () => undefined) // the alert says why
  }
  return (
    <Panel opened onClose={onClose} title={t(($) => $.valuesOf, { column })}>
      <form className={form.form} data-panel onSubmit={(event) => void submit(event)}>
        <div className={form.body}>
          <p className={styles.quiet}>{t(($) => $.valuesText)}</p>
          {settle.isError && (
            <p className={styles.problem} role="alert">
              {textOf(settle.error)}
            </p>
          )}
          <Values of={of} kind={kind} meant={meant} put={setMeant} />
        </div>
        <div className={form.foot}>
          <Button onClick={onClose}>{common(($) => $.action.cancel)}</Button>
          <Button type="submit" tone="primary" busy={settle.isPending} disabled={count === 0}>
            {t(($) => $.apply)}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
