/** What a person chose for this browser: theme, density, language, single keys. Kept in localStorage; boot.js reads it too. */
import { useSyncExternalStore } from 'react'

export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]
export const densities = ['compact', 'standard', 'roomy'] as const
export type Density = (typeof densities)[number]
export type Scheme = 'auto' | 'light' | 'dark'

type Preferences = { language: Language; density: Density; scheme: Scheme; keys: 'on' | 'off'; rail: 'wide' | 'narrow' }
type Name = keyof Preferences

const allowed: { [K in Name]: readonly Preferences[K][] } = {
  language: languages,
  density: densities,
  scheme: ['auto', 'light', 'dark'],
  keys: ['on', 'off'],
  rail: ['wide', 'narrow'],
}

const usual = (): Preferences => ({
  language: navigator.language.startsWith('zh') ? 'zh' : 'en',
  density: 'standard',
  scheme: 'auto',
  keys: 'on',
  rail: 'wide',
})

const listeners = new Set<() => void>()

/** The person's choice, else the usual value. A storage that is full or forbidden reads as empty. */
export function preference<K extends Name>(name: K): Preferences[K] {
  const stored = readStorage(`rapport.${name}`)
  return allowed[name].find((value) => value === stored) ?? usual()[name]
}

/** Keeps a choice and shows it at once. */
export function setPreference<K extends Name>(name: K, value: Preferences[K]): void {
  writeStorage(`rapport.${name}`, value)
  if (name === 'density') document.documentElement.dataset.density = value
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
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
