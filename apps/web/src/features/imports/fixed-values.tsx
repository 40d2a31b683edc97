/** What all rows get whose column is missing or empty: first what is required and still open. */
import { Menu } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { useSettle, type Import, type Target } from './imports.queries.ts'
import styles from './mapping-step.module.css'
import { useTargetWords } from './target-words.ts'
import { usePlaceholder, ValuePicker } from './value-picker.tsx'

type Default = Import['defaults'][number]

const isFed = (of: Import, path: string) =>
  of.mapping.some(({ target }) => target === path || target?.startsWith(`${path}.`))

function Line({ of, target, value, isOpen, put }: LineProps) {
  const { t } = useTranslation('imports')
  const { t: common } = useTranslation('common')
  const words = useTargetWords()
  const placeholder = usePlaceholder()
  const label = words(target)
  return (
    <li className={styles.fixed}>
      <span className={styles.fixedName}>
        {label} {isOpen && <em>{t(($) => $.required)}</em>}
      </span>
      <ValuePicker
        of={of}
        target={target}
        label={label}
        value={value}
        placeholder={placeholder}
        onChange={(next) => put(target.path, next)}
      />
      {!isOpen && (
        <IconButton
          small
          icon={IconX}
          label={common(($) => $.filter.remove, { name: label })}
          onClick={() => put(target.path, '')}
        />
      )}
    </li>
  )
}
type LineProps = {
  of: Import
  target: Target
  value: string
  isOpen: boolean
  put: (path: string, value: string) => void
}

function Add({ targets, onAdd }: { targets: Target[]; onAdd: (path: string) => void }) {
  const { t } = useTranslation('imports')
  const words = useTargetWords()
  if (targets.length === 0) return null
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button small tone="quiet" icon={IconPlus}>
          {t(($) => $.addFixed)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {targets.map((target) => (
          <Menu.Item key={target.path} onClick={() => onAdd(target.path)}>
            {words(target)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** Targets that are open, that have a value, that were just added, and the rest that could be. */
function useLines(of: Import, added: string[]) {
  const open = new Set(of.missing.filter(({ path }) => path === 'mapping').flatMap(({ target }) => target ?? []))
  const valueOf = (path: string) => of.defaults.find(({ target }) => target === path)?.value ?? ''
  const isShown = ({ path }: Target) => open.has(path) || valueOf(path) !== '' || added.includes(path)
  const lines = of.targets.filter(isShown).toSorted((a, b) => Number(open.has(b.path)) - Number(open.has(a.path)))
  const simple = ({ path, keyOnly, kind, past }: Target) =>
    !keyOnly &&
    (of.history || !past) &&
    !path.includes('.') &&
    ['choice', 'ref', 'currency', 'text', 'date'].includes(kind)
  const rest = of.targets.filter((target) => simple(target) && !isShown(target) && !isFed(of, target.path))
  return { lines, open, valueOf, rest }
}

export function FixedValues({ of }: { of: Import }) {
  const { t } = useTranslation('imports')
  const textOf = useProblemText()
  const settle = useSettle(of.id)
  const [added, setAdded] = useState<string[]>([])
  const { lines, open, valueOf, rest } = useLines(of, added)
  const put = (path: string, value: string) => {
    const others = of.defaults.filter(({ target }) => target !== path)
    const next: Default[] = value === '' ? others : [...others, { target: path, value }]
    if (value === '') setAdded(added.filter((one) => one !== path))
    settle.mutate({ defaults: next })
  }
  return (
    <Section
      bare
      title={t(($) => $.fixed)}
      note={t(($) => $.fixedNote)}
      aside={<Add targets={rest} onAdd={(path) => setAdded([...added, path])} />}
    >
      {settle.isError && (
        <p className={styles.problem} role="alert">
          {textOf(settle.error)}
        </p>
      )}
      <ul className={styles.list}>
        {lines.map((target) => (
          <Line
            key={target.path}
            of={of}
            target={target}
            value={valueOf(target.path)}
            isOpen={open.has(target.path)}
            put={put}
          />
        ))}
      </ul>
    </Section>
  )
}
