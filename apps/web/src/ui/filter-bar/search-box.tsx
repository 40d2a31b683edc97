/** Searches the list while typing; `/` gets there from anywhere on the page. */
import { IconSearch, IconX } from '@tabler/icons-react'
import { useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions } from '../../lib/actions.ts'
import { Icon } from '../icon.tsx'
import { Kbd } from '../kbd.tsx'
import styles from './filter-bar.module.css'
import { useTypedSearch } from './use-typed-search.ts'

type Props = { value: string; onChange: (text: string) => void; label?: string | undefined }

export function SearchBox({ value, onChange, label }: Props) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useTypedSearch(value, onChange)
  const words = label ?? t(($) => $.list.search)
  useActions([{ id: 'list:search', label: words, group: 'page', keys: '/', run: () => input.current?.focus() }])
  const leave = (event: KeyboardEvent) => event.key === 'Escape' && input.current?.blur()
  return (
    <label className={styles.search}>
      <Icon of={IconSearch} size={14} />
      <input
        ref={input}
        type="text"
        role="searchbox"
        aria-label={words}
        placeholder={words}
        value={typed}
        onKeyDown={leave}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {typed ? (
        <button
          type="button"
          className={styles.remove}
          aria-label={t(($) => $.action.clear)}
          onClick={() => setTyped('')}
        >
          <Icon of={IconX} size={12} />
        </button>
      ) : (
        <Kbd keys="/" />
      )}
    </label>
  )
}
