/** The key that does the same, shown in buttons, menus and tooltips. Hidden where there is no keyboard. */
import styles from './kbd.module.css'

const names: Record<string, string> = {
  Mod: navigator.userAgent.includes('Mac') ? '⌘' : 'Ctrl',
  Shift: '⇧',
  Enter: '↵',
  Space: '␣',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
}

/** Keys pressed together are joined by `+`, keys pressed one after another by a space: `Mod+Enter`, `G C`. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className={styles.keys} aria-hidden>
      {keys.split(/[+ ]/).map((key, at) => (
        <kbd key={at} className={styles.key}>
          {names[key] ?? key}
        </kbd>
      ))}
    </span>
  )
}
