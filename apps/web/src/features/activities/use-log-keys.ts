/** What the keyboard starts in the composer: its text, a kind, an outcome. Each leaves the cursor where one goes on. */
import { activityKinds } from '@rapport/domain/features/activities/activity-choices.ts'
import { useQuery } from '@tanstack/react-query'
import type { RefObject } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useActions } from '../../lib/actions.ts'
import { useLabel } from '../../lib/use-language.ts'
import { choiceLabel } from '../../ui/record-grid/cells.ts'
import { outcomesQuery } from './activities.queries.ts'
import { composedKinds, outcomeKey, takesOutcome, type Composed } from './composed.ts'

/** Chords, because L alone goes to the text. */
export const kindKeys = {
  call: 'N C',
  visit: 'N V',
  meeting: 'N M',
  message: 'N S',
  mail: 'N E',
  note: 'N N',
  task: 'N T',
} satisfies Record<(typeof composedKinds)[number], string>

type Part = { composed: Composed; change: (more: Partial<Composed>) => void }

/** Returns what puts the cursor on the answer that is still missing, else into the text. */
export function useLogKeys({ composed, change }: Part, text: RefObject<HTMLTextAreaElement | null>): () => void {
  const { t } = useTranslation('activities')
  const textOf = useLabel()
  const { data } = useQuery(outcomesQuery)
  const toText = () => text.current?.focus()
  const goOn = () => (text.current?.form?.querySelector<HTMLElement>('input:invalid') ?? text.current)?.focus()
  const named = (what: string) => t(($) => $.logAs, { what })
  const kinds = composedKinds.map((kind) => ({
    id: `activities.${kind}`,
    label: named(textOf(choiceLabel({ choices: activityKinds }, kind))),
    keys: kindKeys[kind],
    run: () => {
      // The outcomes come and go with the kind, and the cursor may go on there.
      flushSync(() => change({ kind }))
      goOn()
    },
  }))
  const offered = (takesOutcome(composed.kind) && data?.items) || []
  const outcomes = offered.map(({ id, label }, at) => ({
    id: `activities.${id}`,
    label: named(textOf(label)),
    ...(outcomeKey(at) && { keys: outcomeKey(at) }),
    run: () => {
      change({ outcomeId: id })
      toText()
    },
  }))
  const log = { id: 'activities.log', label: t(($) => $.log), keys: 'L', run: toText }
  useActions([log, ...outcomes, ...kinds].map((action) => ({ ...action, group: 'page' })))
  return goOn
}
