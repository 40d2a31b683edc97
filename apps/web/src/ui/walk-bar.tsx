/** “10 of 16” and the ways to the record before and after, also by key. */
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useActions } from '../lib/actions.ts'
import { useFormat } from '../lib/use-format.ts'
import type { Step, WalkPlace } from '../lib/use-walk.ts'
import { IconButton } from './button.tsx'
import styles from './walk-bar.module.css'

type Props = { place: WalkPlace; onStep: (step: Step) => void }

export function WalkBar({ place: { at, total, previous, next }, onStep }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const to = (step: Step | undefined) => () => step && onStep(step)
  const [before, after] = [t(($) => $.walk.previous), t(($) => $.walk.next)]
  useActions([
    { id: 'walk:previous', label: before, group: 'page', keys: 'Mod+ArrowUp', run: to(previous) },
    { id: 'walk:next', label: after, group: 'page', keys: 'Mod+ArrowDown', run: to(next) },
  ])
  const shown = format.number(at)
  return (
    <nav className={styles.walk} aria-label={t(($) => $.walk.title)}>
      <span className={styles.at}>
        {total ? t(($) => $.walk.place, { at: shown, total: format.total(total) }) : shown}
      </span>
      <IconButton small icon={IconChevronUp} label={before} disabled={!previous} onClick={to(previous)} />
      <IconButton small icon={IconChevronDown} label={after} disabled={!next} onClick={to(next)} />
    </nav>
  )
}
