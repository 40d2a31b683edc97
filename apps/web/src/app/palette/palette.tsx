/** The palette: find a record, go somewhere, start something, without leaving the keyboard. */
import { Combobox, Modal, useCombobox } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { beginIn } from '../../lib/begin.ts'
import { Icon } from '../../ui/icon.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { isOwnedNoun, openHandOver } from '../hand-over/hand-over.ts'
import { useOpenCreation } from '../use-creation.ts'
import { useChoices, type Choices } from './choices.ts'
import { Groups } from './groups.tsx'
import { plannedKinds } from './starts.tsx'
import styles from './palette.module.css'

/** The list as a combobox knows it, its first choice taken whenever that is another one. */
function useList(first: string | undefined) {
  const combobox = useCombobox({ opened: true })
  const select = useRef(combobox.selectFirstOption)
  useEffect(() => {
    select.current = combobox.selectFirstOption
  })
  useEffect(() => {
    if (first) select.current()
  }, [first])
  return combobox
}

/**
 * Does what was chosen: `to <address>` goes there, `log <address>` to begin that, `plan-visit <noun>:<id>` opens the panel
 * for it, `hand <noun>/<id>` asks to whom, `action <id>` runs it. With Ctrl or ⌘ an address opens beside this page, which stays where it is.
 */
function useChoose(choices: Choices, onClose: () => void) {
  const navigate = useNavigate()
  const create = useOpenCreation()
  const beside = useRef(false)
  const note = ({ ctrlKey, metaKey, isTrusted }: Pressed) => {
    // A key presses the option by program, which says nothing of what is held.
    if (isTrusted) beside.current = ctrlKey || metaKey
  }
  const choose = (value: string) => {
    const at = value.indexOf(' ')
    const [kind, rest] = [value.slice(0, at), value.slice(at + 1)]
    onClose()
    const begin = beginIn({ begin: kind })
    const planned = plannedKinds.find((one) => kind === `plan-${one}`)
    if (kind === 'action') choices.actions.find(({ id }) => id === rest)?.run()
    else if (kind === 'hand') handOver(rest)
    else if (planned) create('activities', { kind: planned, about: rest })
    else if (kind === 'to' && beside.current) window.open(rest, '_blank', 'noopener')
    else void navigate(rest, { state: begin && { begin } })
  }
  return { choose, note }
}

type Pressed = { ctrlKey: boolean; metaKey: boolean; isTrusted: boolean }

const handOver = (named: string) => {
  const [noun = '', id = ''] = named.split('/')
  if (isOwnedNoun(noun)) openHandOver({ noun, id })
}

export default function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const choices = useChoices(typed)
  const combobox = useList(
    choices.visits[0]?.to ??
      choices.tasks[0]?.id ??
      choices.people[0]?.id ??
      choices.records[0]?.id ??
      choices.actions[0]?.id ??
      choices.places[0]?.to,
  )
  const { choose, note } = useChoose(choices, onClose)
  return (
    <Modal.Root opened onClose={onClose} size={660} yOffset={112} classNames={{ content: styles.palette }}>
      <Modal.Overlay />
      <Modal.Content aria-label={t(($) => $.palette.title)} onKeyDownCapture={note} onClickCapture={note}>
        <Combobox store={combobox} onOptionSubmit={choose} withinPortal={false}>
          <Head typed={typed} onType={setTyped} />
          {/* It may be longer than the window is high; who moves in it by Tab can scroll it. */}
          <Combobox.Options className={styles.options} aria-label={t(($) => $.palette.title)} tabIndex={0}>
            <Groups choices={choices} typed={typed} />
          </Combobox.Options>
        </Combobox>
        <Foot />
      </Modal.Content>
    </Modal.Root>
  )
}

type HeadProps = { typed: string; onType: (text: string) => void }

function Head({ typed, onType }: HeadProps) {
  const { t } = useTranslation()
  return (
    <div className={styles.head}>
      <Icon of={IconSearch} size={18} />
      <Combobox.EventsTarget>
        <input
          className={styles.input}
          value={typed}
          onChange={(event) => onType(event.currentTarget.value)}
          placeholder={t(($) => $.palette.open)}
          aria-label={t(($) => $.palette.title)}
          data-autofocus
          autoComplete="off"
          spellCheck={false}
        />
      </Combobox.EventsTarget>
      <Kbd keys="esc" />
    </div>
  )
}

function Foot() {
  const { t } = useTranslation()
  return (
    <p className={styles.foot} aria-hidden>
      <span>
        <Kbd keys="↑ ↓" /> {t(($) => $.palette.choose)}
      </span>
      <span>
        <Kbd keys="Enter" /> {t(($) => $.palette.go)}
      </span>
      <span>
        <Kbd keys="Mod+Enter" /> {t(($) => $.palette.beside)}
      </span>
      <span className={styles.signs}>
        <Kbd keys=">" /> {t(($) => $.palette.actions)}
      </span>
      <span>
        <Kbd keys="#" /> {t(($) => $.palette.records)}
      </span>
      <span>
        <Kbd keys="@" /> {t(($) => $.palette.people)}
      </span>
    </p>
  )
}
