/**
 * Texts of the screens: one JSON per namespace and language, loaded when a route first needs it. Keys are typed by the
 * selector API, so an unknown key does not compile; a key without a text throws in development and in tests.
 */
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Namespace } from './i18n-resources.ts'
import { preference, setPreference, type Language } from './preferences.ts'

type Texts = { default: Record<string, unknown> }
const files = import.meta.glob<Texts>('../locales/*/*.json')
const inUse = new Set<Namespace>(['common'])

async function loadOne(language: Language, namespace: Namespace): Promise<void> {
  if (i18next.hasResourceBundle(language, namespace)) return
  const load = files[`../locales/${language}/${namespace}.json`]
  if (!load) throw new Error(`no texts for ${namespace} in ${language}`)
  i18next.addResourceBundle(language, namespace, (await load()).default)
}

const loadAll = (language: Language, namespaces: Iterable<Namespace>) =>
  Promise.all(Array.from(namespaces, (namespace) => loadOne(language, namespace)))

/** Starts with the namespace that every screen needs. */
export async function startI18n(language: Language = preference('language')): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    supportedLngs: ['zh', 'en'],
    fallbackLng: false,
    ns: ['common'],
    defaultNS: 'common',
    resources: {},
    interpolation: { escapeValue: false },
    // A namespace that arrives late is drawn when it arrives.
    react: { bindI18nStore: 'added' },
    saveMissing: import.meta.env.DEV,
    missingKeyHandler: (languages, namespace, key) => {
      throw new Error(`no text for ${namespace}:${key} in ${languages.join(', ')}`)
    },
  })
  await loadAll(language, inUse)
  showLanguage(language)
}

const showLanguage = (language: Language) => {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}

/** Loads a route's texts before it renders. */
export async function loadTexts(...namespaces: Namespace[]): Promise<void> {
  for (const namespace of namespaces) inUse.add(namespace)
  await loadAll(currentLanguage(), namespaces)
}

/** Switches live; every namespace in use is loaded in the new language first. */
export async function switchLanguage(language: Language): Promise<void> {
  setPreference('language', language)
  // A room that opens meanwhile asks for the language that is still shown.
  for (let loaded = 0; loaded < inUse.size;) {
    loaded = inUse.size
    await loadAll(language, inUse)
  }
  await i18next.changeLanguage(language)
  showLanguage(language)
}

/** The language in use. */
export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'zh')
