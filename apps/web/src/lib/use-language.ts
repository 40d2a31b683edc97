/** The reader's language, and the choice of a text that exists in both. */
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from './i18n.ts'
import type { Language } from './preferences.ts'

/** A text given by the domain or by an administrator in both languages. */
export type Label = { zh: string; en: string }

/** Re-renders when the language is switched. */
export function useLanguage(): Language {
  useTranslation()
  return currentLanguage()
}

/** Says which of two texts to show; a missing one falls back to the other. */
export function useLabel(): (label: Label | string) => string {
  const language = useLanguage()
  return useCallback((label) => textOf(label, language), [language])
}

/** The text of a label in a language. */
export const textOf = (label: Label | string, language: Language): string =>
  typeof label === 'string' ? label : label[language] || label.en || label.zh
