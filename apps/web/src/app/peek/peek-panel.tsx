/** The quick look at a record: beside a list that stays in use, from 1200 px on; below, over it. */
import { useMediaQuery } from '@mantine/hooks'
import { IconCalendarPlus, IconLink, IconMessagePlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useActions } from '../../lib/actions.ts'
import type { Begin } from '../../lib/begin.ts'
import { openList } from '../../lib/open-list.ts'
import { peekNouns, usePeek, type Peeked } from '../../lib/peek.ts'
import { useWalk } from '../../lib/use-walk.ts'
import type { Walk } from '../../lib/walk.ts'
import { ButtonLink, IconButton } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { toast } from '../../ui/toast.tsx'
import { WalkBar } from '../../ui/walk-bar.tsx'
import { recordPath } from '../paths.ts'
import { useMay } from '../session.ts'
import { peekBodies } from './peek-bodies.tsx'
import styles from './peek.module.css'

function Frame({ wide, children }: { wide: boolean; children: ReactNode }) {
  const { t } = useTranslation()
  const { close } = usePeek()
  const title = t(($) => $.peek.title)
  if (!wide) {
    return (
      <Panel opened onClose={close} title={title} width={560}>
        {children}
      </Panel>
    )
  }
  return (
    <aside className={styles.aside} aria-label={title}>
      {children}
    </aside>
  )
}

/** The place in the list that is open, the address to hand on, and the cross; a panel over the page has its own. */
function Bar({ peeked, wide }: { peeked: Peeked; wide: boolean }) {
  const { t } = useTranslation()
  const { peek, close } = usePeek()
  const place = useWalk(openList.useValue()?.(peeked.id), peeked.id)
  const copy = () => void navigator.clipboard.writeText(location.href).then(() => toast(t(($) => $.action.copied)))
  return (
    <div className={styles.bar}>
      <div className={styles.place}>
        {place && <WalkBar place={place} onStep={({ id }) => peek({ as: peeked.as, id })} />}
      </div>
      <IconButton small icon={IconLink} label={t(($) => $.peek.copy)} onClick={copy} />
      {wide && <IconButton small icon={IconX} label={t(($) => $.action.close)} onClick={close} />}
    </div>
  )
}

/** What is begun on the record itself, where there is room for it: the way there goes with the beginning. */
function Begins({ to, state }: { to: string; state: { walk: Walk } | undefined }) {
  const { t } = useTranslation()
  if (!useMay()('activities.create')) return null
  return (
    <>
      <ButtonLink icon={IconMessagePlus} to={to} state={{ ...state, begin: 'log' satisfies Begin }}>
        {t(($) => $.palette.log)}
      </ButtonLink>
      <ButtonLink icon={IconCalendarPlus} to={to} state={{ ...state, begin: 'plan' satisfies Begin }}>
        {t(($) => $.palette.plan)}
      </ButtonLink>
    </>
  )
}

export default function PeekPanel({ peeked }: { peeked: Peeked }) {
  const { t } = useTranslation()
  const { close } = usePeek()
  const navigate = useNavigate()
  const wide = useMediaQuery('(min-width: 1200px)', undefined, { getInitialValueInEffect: false }) ?? false
  const walk = openList.useValue()?.(peeked.id)
  const to = recordPath(peekNouns[peeked.as], peeked.id)
  const open = t(($) => $.peek.open)
  const state = walk && { walk }
  useActions([
    { id: 'peek:open', label: open, group: 'page', keys: 'Mod+Enter', run: () => void navigate(to, { state }) },
    { id: 'peek:close', label: t(($) => $.peek.close), group: 'page', keys: 'Escape', run: close },
  ])
  const Body = peekBodies[peeked.as]
  return (
    <Frame wide={wide}>
      <Bar peeked={peeked} wide={wide} />
      <div className={styles.body} data-column>
        <Body key={peeked.id} id={peeked.id} />
      </div>
      <div className={styles.foot}>
        <Begins to={to} state={state} />
        <ButtonLink tone="quiet" to={to} state={state} className={styles.open} {...(wide && { keys: 'Mod+Enter' })}>
          {open}
        </ButtonLink>
      </div>
    </Frame>
  )
}
