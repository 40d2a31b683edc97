/** What a draft cannot be asked about without: found here, because the contract's schema is too heavy for the page. */
import { fieldErrors } from '@rapport/domain/field-errors.ts'
import type { Draft } from './draft.ts'
import type { Faults } from './effects.ts'

const required = fieldErrors['field.required'] ?? { zh: '', en: '' }

/** Paths of names, chances and tasks that are still empty, as the server would name them. */
export function blanksIn({ stages }: Draft, language: 'zh' | 'en'): Faults {
  const blanks = stages.flatMap(({ label, probability, checklist }, at) => {
    const texts = [
      ['label.zh', label.zh],
      ['label.en', label.en],
      ['probability', probability],
      ...checklist.map(({ text }, task) => [`checklist.${task}.text`, text.zh.trim() && text.en] as const),
    ] as const
    return texts.filter(([, text]) => text.trim() === '').map(([path]) => `draft.stages.${at}.${path}`)
  })
  return new Map(blanks.map((path) => [path, required[language]]))
}
