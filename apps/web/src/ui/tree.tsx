/** A tree that is walked by keyboard: up and down, right opens, left closes or goes above, Home and End. */
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Icon } from './icon.tsx'
import styles from './tree.module.css'

export type TreeNode = { id: string; name: string; content: ReactNode; children: TreeNode[] }
type Row = { node: TreeNode; level: number; above: string | null; at: number; of: number }

const rowsOf = (nodes: TreeNode[], closed: ReadonlySet<string>, level = 1, above: string | null = null): Row[] =>
  nodes.flatMap((node, index) => [
    { node, level, above, at: index + 1, of: nodes.length },
    ...(closed.has(node.id) ? [] : rowsOf(node.children, closed, level + 1, node.id)),
  ])

/** Where a key leads from a row; `null` where it leads nowhere. */
const target = (rows: Row[], row: Row, key: string): string | null => {
  const at = rows.indexOf(row)
  const to: Record<string, Row | undefined> = {
    ArrowDown: rows[at + 1],
    ArrowUp: rows[at - 1],
    Home: rows[0],
    End: rows.at(-1),
    ArrowRight: row.node.children.length > 0 ? rows[at + 1] : undefined,
    ArrowLeft: rows.find(({ node }) => node.id === row.above),
  }
  return to[key]?.node.id ?? null
}

export function Tree({ label, nodes }: { label: string; nodes: TreeNode[] }) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [current, setCurrent] = useState(nodes[0]?.id)
  const list = useRef<HTMLUListElement>(null)
  const rows = rowsOf(nodes, closed)
  const toggle = (id: string) =>
    setClosed((known) => new Set(known.has(id) ? [...known].filter((one) => one !== id) : [...known, id]))
  const go = (id: string) => {
    setCurrent(id)
    list.current?.querySelector<HTMLElement>(`[data-id="${id}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent, row: Row) => {
    if (event.target !== event.currentTarget && event.key === 'Enter') return
    const { id, children } = row.node
    const isClosed = closed.has(id)
    const turns =
      children.length > 0 && (event.key === 'ArrowLeft' ? !isClosed : event.key === 'ArrowRight' && isClosed)
    const to = turns ? null : target(rows, row, event.key)
    if (turns) toggle(id)
    else if (to) go(to)
    else return
    event.preventDefault()
  }
  return (
    <ul ref={list} role="tree" aria-label={label} className={styles.tree}>
      {rows.map((row) => (
        <Item
          key={row.node.id}
          row={row}
          isOpen={!closed.has(row.node.id)}
          isCurrent={row.node.id === current}
          onKeyDown={(event) => onKeyDown(event, row)}
          onToggle={() => toggle(row.node.id)}
          onFocus={() => setCurrent(row.node.id)}
        />
      ))}
    </ul>
  )
}

type ItemProps = {
  row: Row
  isOpen: boolean
  isCurrent: boolean
  onKeyDown: (event: KeyboardEvent) => void
  onToggle: () => void
  onFocus: () => void
}

function Item({ row: { node, level, at, of }, isOpen, isCurrent, onKeyDown, onToggle, onFocus }: ItemProps) {
  const branches = node.children.length > 0
  return (
    <li
      role="treeitem"
      data-id={node.id}
      aria-label={node.name}
      aria-level={level}
      aria-posinset={at}
      aria-setsize={of}
      aria-selected={isCurrent}
      aria-expanded={branches ? isOpen : undefined}
      tabIndex={isCurrent ? 0 : -1}
      className={styles.item}
      style={{ paddingLeft: (level - 1) * 20 }}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
    >
      {branches ? (
        // The keys of the tree do the same.
        <button type="button" tabIndex={-1} aria-hidden className={styles.turn} onClick={onToggle}>
          <Icon of={isOpen ? IconChevronDown : IconChevronRight} />
        </button>
      ) : (
        <span className={styles.turn} />
      )}
      {node.content}
    </li>
  )
}
