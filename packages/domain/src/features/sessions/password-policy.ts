/** The password policy: long enough, and nothing that a list of guesses begins with. */

export const PASSWORD_LENGTH = 10

// What guesses are built from; with figures and marks around it such a word is still the same guess.
const words = [
  'password',
  'passwort',
  'passw',
  'qwerty',
  'qwertz',
  'azerty',
  'asdfgh',
  'zxcvbn',
  'qazwsx',
  'iloveyou',
  'woaini',
  'letmein',
  'welcome',
  'admin',
  'administrator',
  'rapport',
  'monkey',
  'dragon',
  'football',
  'baseball',
  'sunshine',
  'princess',
  'superman',
  'changeme',
  'secret',
  'login',
  'master',
  'shadow',
  'company',
]

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv',
]
const runs = [...rows, ...rows.map((row) => [...row].reverse().join(''))]
const leet: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

const plain = (text: string) => text.replace(/[013457@$!]/g, (char) => leet[char] ?? char)
const letters = (text: string) => text.replace(/[^\p{L}]/gu, '')

/** Characters that remain when a text's runs along the alphabet, the figures or the keyboard are taken out. */
const withoutRuns = (text: string): string => {
  let rest = text
  for (const run of runs)
    for (let length = run.length; length >= 4; length--)
      for (let at = 0; at + length <= run.length; at++) rest = rest.replaceAll(run.slice(at, at + length), '')
  return rest
}

/** Whether the password may be used; `email` is the account's, which must not be the password's substance. */
export const isStrongPassword = (password: string, email: string): boolean => {
  const lower = password.normalize('NFC').toLowerCase()
  if ([...lower].length < PASSWORD_LENGTH || new Set(lower).size < 4) return false
  const own = email.toLowerCase().split('@')[0] ?? ''
  const guesses = [...words, ...(own.length >= 4 ? [own, letters(own)] : [])].filter((word) => word !== '')
  const forms = [lower, plain(lower)]
  const isGuess = forms.some((form) =>
    guesses.some((word) => letters(form.replaceAll(word, '')).length < 4 && form.includes(word)),
  )
  return !isGuess && withoutRuns(lower).length >= 4 && lower !== email.toLowerCase()
}
