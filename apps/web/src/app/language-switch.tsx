/** The choice of language on the doors, where nobody is signed in yet. */
import { switchLanguage } from '../lib/i18n.ts'
import { languages, type Language } from '../lib/preferences.ts'
import { useLanguage } from '../lib/use-language.ts'
import { Segmented } from '../ui/segmented.tsx'
import { useTranslation } from 'react-i18next'

/** Each language in its own words. */
export const languageNames: Record<Language, string> = { zh: '\u4e2d\u6587', en: 'English' }

export function LanguageSwitch() {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <Segmented
      label={t(($) => $.shell.language)}
      value={language}
      options={languages.map((value) => ({ value, label: languageNames[value] }))}
      onChange={(value) => void switchLanguage(value)}
    />
  )
}
