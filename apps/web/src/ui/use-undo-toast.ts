/** Says what was done, with the way back: here for 8 seconds, by Ctrl+Z and in the list of recent acts for a day. */
import { useTranslation } from 'react-i18next'
import { remember } from '../lib/acts.ts'
import { isProblem } from '../lib/problem.ts'
import { useProblemText } from '../lib/use-problem-text.ts'
import { toast } from './toast.tsx'

/** `said` are the words for having taken it back; `undo` fails as the API does, and the reader is told why. */
export type UndoToast = (text: string, undo: () => Promise<unknown>, said?: string) => void

export function useUndoToast(): UndoToast {
  const { t } = useTranslation()
  const wordsOf = useProblemText()
  return function offer(text, undo, said = t(($) => $.action.undone, { text })) {
    const takeBack = remember(text, () => {
      close()
      const failed = (error: unknown) => {
        toast(wordsOf(error), { tone: 'problem' })
        // It never arrived, so it can still be taken back.
        if (isProblem(error, 'offline')) offer(text, undo, said)
      }
      undo().then(() => toast(said), failed)
    })
    const close = toast(text, { action: { label: t(($) => $.action.undo), run: takeBack } })
  }
}
