/** Tells that a newer version is ready or that the session has ended; never reloads by itself, because something may be typed. */
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConnection } from '../lib/connection.ts'
import { Button } from '../ui/button.tsx'
import styles from './connection-bar.module.css'

const SignInAgain = lazy(() => import('./sign-in-again.tsx'))

export function ConnectionBar() {
  const { t } = useTranslation()
  const { signedOut, stale } = useConnection()
  const [asks, setAsks] = useState(false)
  if (!signedOut && !stale) return null
  return (
    <div className={styles.bar} role="status">
      <span>{t(($) => (signedOut ? $.shell.signedOut : $.shell.stale))}</span>
      {signedOut ? (
        <Button small tone="primary" onClick={() => setAsks(true)}>
          {t(($) => $.shell.signInAgain)}
        </Button>
      ) : (
        <Button small onClick={() => window.location.reload()}>
          {t(($) => $.shell.reload)}
        </Button>
      )}
      <Suspense>{signedOut && asks && <SignInAgain onClose={() => setAsks(false)} />}</Suspense>
    </div>
  )
}
