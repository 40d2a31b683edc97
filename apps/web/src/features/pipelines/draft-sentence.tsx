/** What publishing does to the deals, in one or two sentences; first of all what stands in its way. */
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { useConsole } from './console.ts'
import { arrivalsOf, lacksOf } from './effects.ts'
import styles from './draft-bar.module.css'

export function DraftSentence() {
  const { t } = useTranslation('pipelines')
  const textOf = useLabel()
  const problemText = useProblemText()
  const { draft, pipeline, seen, faults, refusal, saving } = useConsole()
  const [fault] = faults.values()
  if (fault || refusal) {
    return (
      <p className={styles.words} data-fault>
        {fault ?? problemText(refusal)}
      </p>
    )
  }
  if (saving.isError && saving.error) {
    return (
      <p className={styles.words} data-fault>
        {problemText(saving.error)}
      </p>
    )
  }
  const arrivals = arrivalsOf(draft, seen).map(({ stage, count }) => (
    <span key={stage.id}>{t(($) => $.willMove, { count, name: textOf(stage.label) })}</span>
  ))
  const lacks = lacksOf(draft, pipeline.stages ?? [], seen).map(({ stage, criterion, count }) => (
    <span key={criterion.id}>
      {t(($) => $.willLack, { count, name: textOf(stage.label), criterion: labelOf(criterion.id) })}
    </span>
  ))
  // The words of what has none yet are those the server gave it.
  function labelOf(id: string): string {
    const at = seen?.sent.stages.findIndex(({ criteria }) => criteria.some((one) => one.id === id)) ?? -1
    const place = seen?.sent.stages[at]?.criteria.findIndex((one) => one.id === id) ?? -1
    return textOf(seen?.preview.draft.stages[at]?.criteria[place]?.label ?? '')
  }
  const said = [...arrivals, ...lacks].slice(0, 2)
  return <p className={styles.words}>{said.length > 0 ? said : t(($) => $.nothingMoves)}</p>
}
