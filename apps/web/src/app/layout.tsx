/** The shell: rail and head are the frame, the screen is one sheet on it. Below 768 px the rail becomes the bottom bar. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, useLocation, useNavigation } from 'react-router'
import { beginIn } from '../lib/begin.ts'
import { useMe } from './session.ts'
import { useActionKeys } from '../lib/actions.ts'
import { usePreference } from '../lib/preferences.ts'
import { useIsPhone } from '../lib/use-is-phone.ts'
import { ReaderContext } from '../lib/use-format.ts'
import { CrumbSlot } from '../ui/crumbs.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { ConnectionBar } from './connection-bar.tsx'
import { CreateHost } from './create-host.tsx'
import { Gate } from './gate.tsx'
import { JobNews } from './jobs.tsx'
import { HandOverHost } from './hand-over/hand-over-host.tsx'
import { Header } from './header.tsx'
import styles from './layout.module.css'
import { useOwnPreferences } from './own-preferences.ts'
import { PaletteHost } from './palette/palette-host.ts'
import { PeekHost } from './peek/peek-host.tsx'
import { PhoneBar } from './phone-bar.tsx'
import { Rail } from './rail.tsx'
import { ShortcutSheet } from './shortcut-sheet.ts'
import { PasswordHost } from './with-password.tsx'
import { useShellActions } from './actions.ts'

// What is shared, or not any more, opens and closes what hangs on it.
const hanging = ['contacts', 'opportunities', 'activities', 'comments', 'attachments']
const toldBy = (type: string) => (type.startsWith('customer.') && type.endsWith('shared') ? hanging : [])

/** Opens the event stream once the screen stands; its code is no part of the first load. */
function useStream(): void {
  const client = useQueryClient()
  useEffect(() => {
    let close: (() => void) | undefined
    let gone = false
    void import('../lib/stream.ts').then(({ listen }) => {
      if (!gone) close = listen(client, toldBy)
    })
    return () => {
      gone = true
      close?.()
    }
  }, [client])
}

/** After a change of screen the keyboard and the screen reader stand at its beginning, or where something is to be begun. */
function useFocusOnArrival() {
  const main = useRef<HTMLElement>(null)
  const { pathname, state } = useLocation()
  const isBegun = beginIn(state) !== undefined
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current !== pathname && !isBegun) main.current?.focus({ preventScroll: true })
    shown.current = pathname
  }, [pathname, isBegun])
  return main
}

export function Layout() {
  const { t } = useTranslation()
  const { organisation } = useMe()
  const phone = useIsPhone()
  const rail = usePreference('rail')
  const [crumbs, setCrumbs] = useState<HTMLElement | null>(null)
  const main = useFocusOnArrival()
  const { state } = useNavigation()
  useStream()
  useActionKeys()
  useShellActions()
  useOwnPreferences()
  return (
    <ReaderContext value={{ timeZone: organisation.timeZone, currency: organisation.baseCurrency, hour12: false }}>
      <CrumbSlot value={crumbs}>
        <a className={styles.skip} href="#main">
          {t(($) => $.nav.skip)}
        </a>
        <div className={styles.app} data-rail={rail}>
          {!phone && <Rail />}
          {phone ? <PhoneBar /> : <Header crumbs={setCrumbs} />}
          <main id="main" ref={main} tabIndex={-1} className={styles.sheet} aria-busy={state === 'loading'}>
            <Gate>
              <Outlet />
              <PeekHost />
            </Gate>
          </main>
          {phone && <BottomBar />}
        </div>
        <ConnectionBar />
        <CreateHost />
        <JobNews />
        <PasswordHost />
        <PaletteHost />
        <HandOverHost />
        <ShortcutSheet />
      </CrumbSlot>
    </ReaderContext>
  )
}
