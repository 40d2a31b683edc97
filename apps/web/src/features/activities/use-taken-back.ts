/** Says that an activity was entered, with the way back: it goes to the trash, and so does the step planned along with it. */
import { useTranslation } from 'react-i18next'
import { useUndoToast } from '../../ui/use-undo-toast.ts'
import { useTakeBack } from './activities.queries.ts'

type Entered = Parameters<ReturnType<typeof useTakeBack>['mutateAsync']>[0]

/** `onBack` puts what was entered where it was; without it, the words say that it is in the trash. */
export function useTakenBack(): (entered: Entered, state: 'todo' | 'done', onBack?: () => void) => void {
  const { t } = useTranslation('activities')
  const undoable = useUndoToast()
  const takeBack = useTakeBack()
  return (entered, state, onBack) => {
    const done = t(($) => (state === 'todo' ? $.planned : $.logged))
    const undone = t(($) => (onBack ? $.takenBack : $.inTrash))
    undoable(done, () => takeBack.mutateAsync(entered).then(() => onBack?.()), undone)
  }
}
