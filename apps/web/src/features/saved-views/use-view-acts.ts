/** What can be done with views from above a list: keep, change, take away with a way back. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListState } from '../../lib/list-state.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { toast } from '../../ui/toast.tsx'
import { useUndoToast } from '../../ui/use-undo-toast.ts'
import { useArchiveView, useUpdateView, type SavedView, type SavedViewChange } from './saved-views.queries.ts'
import type { Views } from './use-views.ts'
import { changeOf, contentOf, type Content, type Place } from './view-content.ts'

/** A view being named: a new one of this content, or one that is there. */
export type Naming = { content: Content } | { view: SavedView }
export type ViewActs = ReturnType<typeof useViewActs>

function useTakeAway(of: Views) {
  const { t } = useTranslation()
  const archive = useArchiveView()
  const undoable = useUndoToast()
  return async (view: SavedView) => {
    const gone = await archive.mutateAsync({ view, archive: true })
    of.open()
    const { pathname } = window.location
    const bringBack = async () => {
      await archive.mutateAsync({ view: gone, archive: false })
      if (window.location.pathname === pathname) of.open(view.id)
    }
    undoable(
      t(($) => $.view.deleted, { name: view.label }),
      bringBack,
    )
  }
}

export function useViewActs(of: Views, state: ListState, place: Place) {
  const { t } = useTranslation()
  const wordsOf = useProblemText()
  const update = useUpdateView()
  const [naming, setNaming] = useState<Naming | null>(null)
  const say = (error: unknown) => toast(wordsOf(error), { tone: 'problem' })
  const takeAway = useTakeAway(of)
  const content = contentOf(state, place)
  const change = async (view: SavedView, body: SavedViewChange) => {
    await update.mutateAsync({ view, body })
    toast(t(($) => $.action.saved))
  }
  const save = async (view: SavedView) => {
    await change(view, changeOf(content, of.changed))
    of.drop(of.changed)
  }
  return {
    naming,
    busy: update.isPending,
    close: () => setNaming(null),
    create: () => setNaming({ content }),
    rename: (view: SavedView) => setNaming({ view }),
    save: (view: SavedView) => void save(view).catch(say),
    revert: () => of.drop(of.changed),
    setFirst: (view: SavedView, isDefault: boolean) => void change(view, { isDefault }).catch(say),
    remove: (view: SavedView) => void takeAway(view).catch(say),
  }
}
