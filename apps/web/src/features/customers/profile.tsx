/** How far a customer's profile is known: what is missing leads to where it is filled in, and how it is counted. */
import { Popover } from '@mantine/core'
import { customerFields as fields } from '@rapport/domain/features/customers/customers.fields.ts'
import { profileState } from '@rapport/domain/features/customers/customers.rules.ts'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWritable } from '../../app/session.ts'
import { useLabel } from '../../lib/use-language.ts'
import { factToEdit } from '../../ui/fact-to-edit.ts'
import { Icon } from '../../ui/icon.tsx'
import { Ring } from '../../ui/marks/ring.tsx'
import type { Customer } from './customers.queries.ts'
import styles from './profile.module.css'

const SHOWN = 3

type MissingProps = { name: string; onFill: ((name: string) => void) | null }

function Missing({ name, onFill }: MissingProps) {
  const { t } = useTranslation('customers')
  const textOf = useLabel()
  const label = textOf(fields[name as keyof typeof fields].label)
  if (!onFill) return label
  return (
    <button
      type="button"
      className={styles.fill}
      title={t(($) => $.fill, { name: label })}
      onClick={() => onFill(name)}
    >
      {label}
    </button>
  )
}

type Of = { customer: Customer; fillOf: (name: string) => MissingProps['onFill'] }

/** Each field that counts, known or not, and the sum in words. */
function Explained({ customer, fillOf }: Of) {
  const { t } = useTranslation('customers')
  const textOf = useLabel()
  const { wanted, missing, percent } = profileState(customer)
  const known = wanted.length - missing.length
  return (
    <>
      <p>{t(($) => $.howComplete, { known, wanted: wanted.length, percent })}</p>
      <ul className={styles.wanted}>
        {wanted.map((name) => (
          <li key={name} data-missing={missing.includes(name) || undefined}>
            {missing.includes(name) ? (
              <>
                <i aria-hidden className={styles.gap} /> <Missing name={name} onFill={fillOf(name)} />
              </>
            ) : (
              <>
                <Icon of={IconCheck} size={14} /> {textOf(fields[name as keyof typeof fields].label)}
              </>
            )}
          </li>
        ))}
      </ul>
      <p className={styles.note}>{t(($) => $.completeNote)}</p>
    </>
  )
}

function Percent({ customer, fillOf }: Of) {
  const { t } = useTranslation('customers')
  const { t: common } = useTranslation()
  const [opened, setOpened] = useState(false)
  const fill: Of['fillOf'] = (name) => {
    const open = fillOf(name)
    return (
      open &&
      ((one) => {
        setOpened(false)
        open(one)
      })
    )
  }
  const words = t(($) => $.complete, { percent: customer.completeness })
  return (
    <Popover position="bottom-start" width={300} trapFocus returnFocus={false} opened={opened} onChange={setOpened}>
      <Popover.Target>
        <button
          type="button"
          className={styles.percent}
          title={common(($) => $.how.title)}
          onClick={() => setOpened(!opened)}
        >
          <Ring percent={customer.completeness ?? 0} />
          {words}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words}>
        {/* Where everything is known there is only text: the focus needs somewhere to stand. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className={styles.how} tabIndex={0} data-autofocus>
          <Explained customer={customer} fillOf={fill} />
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

export function CustomerProfile({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customers')
  const writable = useWritable('customers')
  if (typeof customer.completeness !== 'number') return null // unknown, or hidden from the reader
  const fillOf: Of['fillOf'] = (name) =>
    customer.can.edit && writable(name) ? (one: string) => factToEdit.set(one) : null
  const { missing } = profileState(customer)
  const shown = missing.slice(0, SHOWN)
  return (
    <span className={styles.profile}>
      <Percent customer={customer} fillOf={fillOf} />
      {shown.length > 0 && (
        <span className={styles.missing}>
          {t(($) => $.lacking)}{' '}
          {shown.map((name, at) => (
            <span key={name}>
              {at > 0 && t(($) => $.between)}
              <Missing name={name} onFill={fillOf(name)} />
            </span>
          ))}
        </span>
      )}
    </span>
  )
}
