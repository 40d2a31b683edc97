/**
 * What a person has chosen goes with his account: shown here at once, kept there, and shown on every other device when he
 * signs in. The browser's own copy is for the first paint.
 */
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call, type BodyOf, type ReplyOf } from '../lib/call.ts'
import { currentLanguage, switchLanguage } from '../lib/i18n.ts'
import { hasChosen, onChoice, takePreferences, type Language } from '../lib/preferences.ts'
import { isProblem } from '../lib/problem.ts'
import { useProblemText } from '../lib/use-problem-text.ts'
import { toast } from '../ui/toast.tsx'

type Me = ReplyOf<'GET /session'>
type Change = Omit<BodyOf<'PATCH /session'>, 'version'>

const languageOf = ({ user }: Me): Language => (user.locale === 'en' ? 'en' : 'zh')
const taken = { id: '', version: 0 }

/**
 * Shows what the account holds, once for each state of it: an answer that was under way while something was chosen here
 * takes nothing back. Of the language the browser's own choice counts until he signs in.
 */
export async function showOwn(me: Me, signedIn = false): Promise<void> {
  const { id, version, preferences } = me.user
  if (id === taken.id && version <= taken.version) return
  Object.assign(taken, { id, version })
  takePreferences(preferences)
  const language = languageOf(me)
  if ((signedIn || !hasChosen('language')) && language !== currentLanguage()) await switchLanguage(language)
}

// The last word counts, also against a change from another device that is not known here yet.
const keep = async (client: QueryClient, change: Change): Promise<Me> => {
  const version = client.getQueryData<Me>(['session'])?.user.version ?? 0
  try {
    return await call('PATCH /session', { body: change, version })
  } catch (error) {
    const now = isProblem(error, 'version.stale') && error.params.version
    if (typeof now !== 'number') throw error
    return call('PATCH /session', { body: change, version: now })
  }
}

/** Keeps a change with the account; one after the other, so that each knows the version before it. */
export function useKeepOwn(): (change: Change) => void {
  const client = useQueryClient()
  const textOf = useProblemText()
  const { mutate } = useMutation({
    mutationFn: (change: Change) => keep(client, change),
    scope: { id: 'own preferences' },
    onSuccess: (me) => {
      taken.version = me.user.version
      client.setQueryData(['session'], me)
    },
    onError: (error) => toast(textOf(error), { tone: 'problem' }),
  })
  return mutate
}

/** Keeps whatever is chosen on any screen; used once, by the shell. */
export function useOwnPreferences(): void {
  const keepOwn = useKeepOwn()
  useEffect(() => onChoice((preferences) => keepOwn({ preferences })), [keepOwn])
}
