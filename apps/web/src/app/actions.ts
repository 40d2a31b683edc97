/** The actions the shell itself offers: create, go to, help. Screens add their own with `useActions`. */
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useActions, type Action } from '../lib/actions.ts'
import { useActs } from '../lib/acts.ts'
import { useMay } from './session.ts'
import { footNavigation, navigation } from './navigation.ts'
import { openPalette } from './palette/palette-host.ts'
import { openShortcuts } from './shortcut-sheet.ts'
import { setCreateMenu, useCreations, useOpenCreation } from './use-creation.ts'

/** Takes the latest act back, once there is one. */
function useUndoAction(): Action[] {
  const { t } = useTranslation()
  const [latest] = useActs()
  if (!latest) return []
  const label = t(($) => $.action.undoAct, { text: latest.text })
  return [{ id: 'undo', label, group: 'page', keys: 'Mod+Z', run: latest.undo }]
}

export function useShellActions(): void {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const may = useMay()
  const creations = useCreations()
  const open = useOpenCreation()
  const go: Action[] = [...navigation.flatMap((group) => group.items), ...footNavigation]
    .filter((item) => item.key && may(item.permission))
    .map((item) => ({
      id: `go:${item.to}`,
      label: t(item.titleKey),
      group: 'go',
      keys: `G ${item.key}`,
      run: () => void navigate(item.to),
    }))
  // With one thing to create there is nothing to choose.
  const [only, another] = creations
  const create: Action[] = only
    ? [
        {
          id: 'create',
          label: t(($) => $.shell.new),
          group: 'create',
          keys: 'C',
          run: () => (another ? setCreateMenu(true) : open(only.id)),
        },
      ]
    : []
  const help: Action = { id: 'help', label: t(($) => $.shell.help), group: 'help', keys: '?', run: openShortcuts }
  const find: Action = { id: 'find', label: t(($) => $.palette.title), group: 'help', keys: 'Mod+K', run: openPalette }
  useActions([...create, ...go, ...useUndoAction(), help, find])
}
