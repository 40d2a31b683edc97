/** The state of the composer: kept per record in this tab until it is sent, so that an error or a reload loses nothing. */
import { activityKinds } from '@rapport/domain/features/activities/activity-choices.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { afterWorkingDays } from '../../ui/date-presets.ts'
import { clearDraft, keepDraft, readDraft } from '../../lib/drafts.ts'
import { choiceLabel } from '../../ui/record-grid/cells.ts'
import { toast } from '../../ui/toast.tsx'
import { useCreateActivity, type About } from './activities.queries.ts'
import { draftOf, missingIn, type Composed } from './composed.ts'

const DAYS = 3

export function useComposer(about: About) {
  const { t } = useTranslation('activities')
  const format = useFormat()
  const textOf = useLabel()
  const create = useCreateActivity()
  const blank: Composed = {
    kind: 'call',
    text: '',
    outcomeId: '',
    contactId: '',
    day: afterWorkingDays(format.today(), DAYS),
  }
  const key = `activities.${Object.values(about).join()}`
  const [composed, setComposed] = useState<Composed>(() => ({ ...blank, ...readDraft(key) }))
  const [missing, setMissing] = useState<ReturnType<typeof missingIn>>(null)
  const change = (more: Partial<Composed>) => {
    const next = { ...composed, ...more }
    setComposed(next)
    setMissing(null)
    keepDraft(key, next)
  }
  const send = () => {
    const lacks = missingIn(composed)
    setMissing(lacks)
    if (lacks || create.isPending) return
    const name = textOf(choiceLabel({ choices: activityKinds }, composed.kind))
    create.mutate(draftOf(composed, about, name, format.reader.timeZone), {
      onSuccess: () => {
        clearDraft(key)
        setComposed({ ...blank, kind: composed.kind })
        toast(t(($) => (composed.kind === 'task' ? $.planned : $.logged)))
      },
    })
  }
  return { composed, change, send, missing, busy: create.isPending, problem: create.error }
}
