/** Everything a screen stands on: server state, theme and texts, the reader's settings, toasts and questions. */
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { schemeManager } from '../lib/scheme-manager.ts'
import { ConfirmHost } from '../ui/confirm.tsx'
import { RefSourceContext } from '../ui/ref-source.ts'
import { Toasts } from '../ui/toast.tsx'
import { refSources } from './ref-sources.ts'
import { overlayRoot } from './overlay-root.ts'
import { makeTheme } from './theme.ts'

export function Providers({ client, children }: { client: QueryClient; children: ReactNode }) {
  const { t } = useTranslation()
  const close = t(($) => $.action.close)
  const clear = t(($) => $.action.clear)
  const overlays = t(($) => $.shell.overlays)
  const theme = useMemo(() => makeTheme({ close, clear }), [close, clear])
  useEffect(() => overlayRoot().setAttribute('aria-label', overlays), [overlays])
  useEffect(() => {
    document.documentElement.dataset.ready = ''
  }, [])
  // Variables and helper classes come from tokens.css: a style element would be refused by the content security policy.
  return (
    <QueryClientProvider client={client}>
      <MantineProvider
        theme={theme}
        defaultColorScheme="auto"
        colorSchemeManager={schemeManager}
        withCssVariables={false}
        withGlobalClasses={false}
      >
        <RefSourceContext value={refSources}>{children}</RefSourceContext>
        <ConfirmHost />
        <Toasts />
      </MantineProvider>
    </QueryClientProvider>
  )
}
