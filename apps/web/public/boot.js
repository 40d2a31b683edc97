// Runs before the first paint, so that neither the theme nor the language of the document flashes. A file of its own,
// because the content security policy allows no inline script. Keys as in src/lib/preferences.ts.
{
  const root = document.documentElement
  const read = (key) => {
    try {
      return localStorage.getItem(`rapport.${key}`)
    } catch {
      return null
    }
  }
  const scheme = read('scheme')
  const dark = scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.dataset.mantineColorScheme = dark ? 'dark' : 'light'
  root.dataset.density = read('density') ?? 'standard'
  root.lang = (read('language') ?? navigator.language).startsWith('zh') ? 'zh-CN' : 'en'
}
