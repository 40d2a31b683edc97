/**
 * The action registry: whatever a key, a menu or a palette can start is one entry here. Screens register their actions
 * while they are shown; the newest wins a key. Keys are single letters or a chord of two ("G C").
 */
import { useEffect, useRef } from 'react'
import { preference } from './preferences.ts'
import { shared } from './shared.ts'

export type ActionGroup = 'create' | 'go' | 'page' | 'help'
export type Action = {
  id: string
  label: string
  group: ActionGroup
  /** 'C', '/', '?', 'G C', 'F', 'Mod+K'. */
  keys?: string
  run: () => void
}

const actions = shared<Action[]>([])

function add(more: Action[]): () => void {
  actions.set([...actions.get(), ...more])
  return () => actions.set(actions.get().filter((action) => !more.includes(action)))
}

/** Offers actions as long as the component is shown. Equal ids, labels and keys are not registered anew. */
export function useActions(offered: Action[]): void {
  const latest = useRef(offered)
  const signature = offered.map(({ id, label, keys }) => `${id}|${label}|${keys ?? ''}`).join('\n')
  useEffect(() => {
    latest.current = offered
  })
  useEffect(
    () => add(latest.current.map((action, at) => ({ ...action, run: () => latest.current[at]?.run() }))),
    [signature],
  )
}

/** Every action on offer, the newest last. */
export const useActionList = (): Action[] => actions.useValue()

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest(
      'input:not([type=checkbox],[type=radio]), textarea, select, [role=textbox], [role=combobox], [role=menu], [role=listbox]',
    ) !== null)

const CHORD_MS = 1200
let first: { key: string; at: number } | undefined

/** The action a key press means, given the press before it; remembers the press when it may begin a chord. */
export function actionFor(key: string, now: number, offered: Action[] = actions.get()): Action | undefined {
  const letter = key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key
  const begun = first && now - first.at < CHORD_MS ? first.key : undefined
  first = undefined
  const wanted = begun ? `${begun} ${letter}` : letter
  const found = offered.findLast((action) => action.keys === wanted)
  if (!found && !begun && offered.some((action) => action.keys?.startsWith(`${letter} `)))
    first = { key: letter, at: now }
  return found
}

function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.altKey) return
  if (event.ctrlKey || event.metaKey) return pressTogether(event)
  if (
    typing(event.target) ||
    preference('keys') === 'off' ||
    isPressed(event) ||
    document.querySelector('[aria-modal=true]')
  )
    return
  const action = actionFor(event.key, event.timeStamp)
  if (!action) return
  event.preventDefault()
  action.run()
}

// Space presses the button that has the focus.
const isPressed = ({ key, target }: KeyboardEvent): boolean =>
  key === ' ' &&
  target instanceof HTMLElement &&
  target.closest('a, button, summary, label, input, [tabindex="0"]') !== null

// Keys held with Ctrl or ⌘ work while typing too, and cannot be switched off: nobody presses them unawares.
function pressTogether(event: KeyboardEvent): void {
  const isLetter = event.key.length === 1
  const wanted = `Mod+${isLetter ? event.key.toUpperCase() : event.key}`
  // With a named key they move in what is being written, and with Z they take it back.
  if ((!isLetter || wanted === 'Mod+Z') && typing(event.target)) return
  const action = actions.get().findLast(({ keys }) => keys === wanted)
  if (!action || event.shiftKey || document.querySelector('[aria-modal=true]')) return
  event.preventDefault()
  action.run()
}

/** Listens for keys; used once, by the shell. */
export function useActionKeys(): void {
  useEffect(() => {
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
