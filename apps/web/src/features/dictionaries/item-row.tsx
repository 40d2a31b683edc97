/** One item: its colour, both names, its code, and the way up and down. Alt and an arrow key move it as well. */
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabel, useLanguage } from '../../lib/use-language.ts'
import { IconButton } from '../../ui/button.tsx'
import { Chip } from '../../ui/marks/chip.tsx'
import styles from './dictionaries.module.css'
import type { Item } from './dictionaries.queries.ts'

type Props = { item: Item; onOpen: (id: string) => void; onMove?: ((by: -1 | 1) => void) | undefined }

const step: Record<string, -1 | 1> = { ArrowUp: -1, ArrowDown: 1 }

export function ItemRow({ item, onOpen, onMove }: Props) {
  const { t } = useTranslation('dictionaries')
  const { t: common } = useTranslation('common')
  const textOf = useLabel()
  const zh = useLanguage() === 'zh'
  const name = textOf(item.label)
  const press = (event: KeyboardEvent) => {
    const by = event.altKey ? step[event.key] : undefined
    if (!by) return
    event.preventDefault()
    onMove?.(by)
  }
  return (
    <li className={styles.item} data-retired={item.archivedAt !== null || undefined}>
      <span className={styles.dot} data-color={item.color ?? 'none'} />
      <button type="button" className={styles.open} onKeyDown={press} onClick={() => onOpen(item.id)}>
        <b>{name}</b>
        <span>{zh ? item.label.en : item.label.zh}</span>
      </button>
      {item.archivedAt && <Chip>{t(($) => $.retired)}</Chip>}
      <span className={styles.code}>{item.code}</span>
      {onMove && (
        <span className={styles.moves}>
          <IconButton small icon={IconArrowUp} label={common(($) => $.list.up, { name })} onClick={() => onMove(-1)} />
          <IconButton
            small
            icon={IconArrowDown}
            label={common(($) => $.list.down, { name })}
            onClick={() => onMove(1)}
          />
        </span>
      )}
    </li>
  )
}
