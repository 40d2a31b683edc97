/** Unsent form values, kept per tab until they are sent or thrown away. */

const PREFIX = 'rapport.draft.'

export function readDraft(key: string): Record<string, unknown> | null {
  try {
    const text = sessionStorage.getItem(PREFIX + key)
    return text ? (JSON.parse(text) as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** False when the storage is full or forbidden; the form itself still works. */
export function keepDraft(key: string, values: Record<string, unknown>): boolean {
  try {
    sessionStorage.setItem(PREFIX + key, JSON.stringify(values))
    return true
  } catch {
    return false
  }
}

const OWNER = 'rapport.drafts.of'

/** Who is here now; null is nobody any more. Whoever comes next at this screen sees nothing of what another began. */
export const ownDrafts = (userId: string | null): void => {
  if (sessionStorage.getItem(OWNER) === userId) return
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key)
  if (userId) sessionStorage.setItem(OWNER, userId)
}

export const clearDraft = (key: string): void => sessionStorage.removeItem(PREFIX + key)
