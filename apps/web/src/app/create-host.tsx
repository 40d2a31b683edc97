/** Shows the creation panel that the address asks for, beside the page, which stays where it was. */
import { lazy, Suspense, use, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { loadTexts } from '../lib/i18n.ts'
import { Waiting } from '../ui/waiting.tsx'
import type { Creation } from './create.ts'
import { useCreation, useCreations } from './use-creation.ts'

const Panel = lazy(async () => ({ default: (await import('../ui/panel.tsx')).Panel }))

function Content({
  creation,
  prefill,
  close,
}: {
  creation: Creation
  prefill: Record<string, string>
  close: () => void
}) {
  const texts = useMemo(() => loadTexts(...creation.texts), [creation])
  use(texts)
  return <creation.Panel prefill={prefill} onDone={close} />
}

function Opened({
  creation,
  prefill,
  close,
}: {
  creation: Creation
  prefill: Record<string, string>
  close: () => void
}) {
  const { t } = useTranslation()
  return (
    <Panel opened onClose={close} title={t(($) => $.shell.newNamed, { name: t(creation.titleKey).toLowerCase() })}>
      <Suspense fallback={<Waiting />}>
        <Content creation={creation} prefill={prefill} close={close} />
      </Suspense>
    </Panel>
  )
}

export function CreateHost() {
  const { open, close } = useCreation()
  const creation = useCreations().find(({ id }) => id === open?.id)
  if (!creation || !open) return null
  return (
    <Suspense>
      <Opened key={creation.id} creation={creation} prefill={open.prefill} close={close} />
    </Suspense>
  )
}
