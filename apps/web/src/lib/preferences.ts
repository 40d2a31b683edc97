/**
 * What a person chose: theme, density, language, single keys, the rail. Kept in localStorage for the first paint; boot.js
 * reads it too. What goes with the account is told to who keeps it there.
 */
import {
  densities,
  schemes,
  singleKeys,
  type Density,
  type Scheme,
  type SingleKeys,
} from '@rapport/domain/preference-choices.ts'
import { useSyncExternalStore } from 'react'

export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

/** How wide the rail is depends on the screen, and the language is the account's own; these go from device to device. */
export type OwnChoices = { density: Density; scheme: Scheme; keys: SingleKeys }
type Preferences = OwnChoices & { language: Language; rail: 'wide' | 'narrow' }
type Name = keyof Preferences

const allowed: { [K in Name]: readonly Preferences[K][] } = {
  language: languages,
  density: densities,
  scheme: schemes,
  keys: singleKeys,
  rail: ['wide', 'narrow'],
}

// Beside a wide rail a tablet held upright would have too little room.
const isNarrow = () => typeof matchMedia === 'function' && matchMedia('(max-width: 1023.98px)').matches

const usual = (): Preferences => ({
  language: navigator.language.startsWith('zh') ? 'zh' : 'en',
  density: 'standard',
  scheme: 'auto',
  keys: 'on',
  rail: isNarrow() ? 'narrow' : 'wide',
})

const listeners = new Set<() => void>()
const keepers = new Set<(chosen: Partial<OwnChoices>) => void>()
const own: readonly Name[] = ['density', 'scheme', 'keys'] satisfies (keyof OwnChoices)[]

const chosen = <K extends Name>(name: K): Preferences[K] | undefined => {
  const stored = readStorage(`rapport.${name}`)
  return allowed[name].find((value) => value === stored)
}

/** The person's choice, else the usual value. A storage that is full or forbidden reads as empty. */
export const preference = <K extends Name>(name: K): Preferences[K] => chosen(name) ?? usual()[name]

/** Whether this browser holds a choice of its own. */
export const hasChosen = (name: Name): boolean => chosen(name) !== undefined

/** Keeps a choice and shows it at once. */
export function setPreference<K extends Name>(name: K, value: Preferences[K]): void {
  const isNew = preference(name) !== value
  show(name, value)
  if (isNew && own.includes(name)) for (const keep of keepers) keep({ [name]: value })
}

/** Shows what was chosen on another device; nobody need keep it anew. */
export function takePreferences(given: { [K in keyof OwnChoices]?: OwnChoices[K] | undefined }): void {
  for (const name of ['density', 'scheme', 'keys'] as const) {
    const value = given[name]
    if (value !== undefined && value !== preference(name)) show(name, value)
  }
}

/** Tells of every choice that goes with the account. Returns the way to be told no more. */
export function onChoice(keep: (chosen: Partial<OwnChoices>) => void): () => void {
  keepers.add(keep)
  return () => void keepers.delete(keep)
}

function show<K extends Name>(name: K, value: Preferences[K]): void {
  writeStorage(`rapport.${name}`, value)
  if (name === 'density') document.documentElement.dataset.density = value
  for (const listener of listeners) listener()
}

/** Calls with every change of any choice. */
export const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Re-renders when the choice changes. */
export const usePreference = <K extends Name>(name: K): Preferences[K] =>
  useSyncExternalStore(subscribe, () => preference(name))

function readStorage(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** False when this browser keeps nothing; the choice then holds until the page is left. */
function writeStorage(key: string, value: string): boolean {
  try {
    localStorage.setItem(key, value)
    return true
  } catch {
    return false
  }
}
