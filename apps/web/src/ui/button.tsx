/** Buttons and links that look like them: one filled button per view, the others plain or quiet. */
import type { ComponentProps, ReactNode } from 'react'
import { Link, type LinkProps } from 'react-router'
import styles from './button.module.css'
import { Icon, type IconType } from './icon.tsx'
import { Kbd } from './kbd.tsx'

export type Tone = 'plain' | 'primary' | 'quiet' | 'danger'
type Look = { tone?: Tone; small?: boolean; icon?: IconType; keys?: string; busy?: boolean }

const classes = ({ tone = 'plain', small }: Look, more = '') =>
  [styles.button, styles[tone], small && styles.small, more].filter(Boolean).join(' ')

const inside = ({ icon, keys, busy }: Look, children: ReactNode) => (
  <>
    {busy ? <span className={styles.spinner} aria-hidden /> : icon && <Icon of={icon} />}
    {children && <span className={styles.words}>{children}</span>}
    {keys && <Kbd keys={keys} />}
  </>
)

/** `busy` shows that the click was heard and keeps a second one from counting. */
export function Button({
  tone,
  small,
  icon,
  keys,
  busy,
  children,
  className,
  ...rest
}: Look & ComponentProps<'button'>) {
  const look = { tone, small, icon, keys, busy } as Look
  return (
    <button
      type="button"
      {...rest}
      className={classes(look, className)}
      aria-busy={busy}
      disabled={rest.disabled || busy}
    >
      {inside(look, children)}
    </button>
  )
}

export function ButtonLink({ tone, small, icon, keys, children, className, ...rest }: Look & LinkProps) {
  const look = { tone, small, icon, keys } as Look
  return (
    <Link {...rest} className={classes(look, className)}>
      {inside(look, children)}
    </Link>
  )
}

/** A link to a file that is saved, not shown. */
export function FileLink({ tone, small, icon, children, className, ...rest }: Look & ComponentProps<'a'>) {
  const look = { tone, small, icon } as Look
  return (
    <a {...rest} download className={classes(look, className)}>
      {inside(look, children)}
    </a>
  )
}

/** A button that is only an icon; the label is what screen readers and the tooltip say. */
export function IconButton({
  label,
  icon,
  small,
  className,
  ...rest
}: { label: string; icon: IconType; small?: boolean } & ComponentProps<'button'>) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={[styles.icon, small && styles.iconSmall, className].filter(Boolean).join(' ')}
    >
      <Icon of={icon} />
    </button>
  )
}
