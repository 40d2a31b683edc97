/** What holds for the whole file: its source, what identifies existing records, what becomes of them, and whether it is history. */
import { Menu } from '@mantine/core'
import { IconArrowBackUp, IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../app/session.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useRefSearch } from '../../ui/ref-source.ts'
import { TokenMenu } from '../../ui/token-menu.tsx'
import { HistoryMark } from './history-mark.tsx'
import { useSettle, type Import, type Settings } from './imports.queries.ts'
import frame from './imports.module.css'
import styles from './mapping-step.module.css'
import { sentMapping } from './sent-mapping.ts'
import { usePathWords } from './target-words.ts'

type Props = { of: Import; change: (settings: Settings) => void }

function Source({ of, change }: Props) {
  const { t } = useTranslation('imports')
  const { data = [] } = useRefSearch('sources', '')
  const isMapped = of.mapping.some(({ target }) => target === 'sourceId')
  if (!of.targets.some(({ path }) => path === 'sourceId') || isMapped) return null
  return (
    <>
      <TokenMenu
        label={t(($) => $.source)}
        value={of.sourceId ?? ''}
        options={data}
        onChange={(sourceId) => change({ sourceId })}
        invalid={!of.sourceId}
      />
      <span className={frame.rule} />
    </>
  )
}

/** Paths that identify a record and are fed by a column. */
function Keys({ of, change }: Props) {
  const { t } = useTranslation('imports')
  const wordsOf = usePathWords(of)
  const isFed = (path: string) =>
    of.mapping.some(({ target }) => target === path || target?.startsWith(`${path}.`)) || of.matchKeys.includes(path)
  const offered = of.keys.filter(isFed)
  const chosen = of.matchKeys.map(wordsOf)
  const toggle = (path: string) =>
    change({
      matchKeys: of.matchKeys.includes(path)
        ? of.matchKeys.filter((one) => one !== path)
        : [...of.matchKeys, path].slice(0, 5),
    })
  return (
    <Menu position="bottom-start" width={240} closeOnItemClick={false} disabled={offered.length === 0}>
      <Menu.Target>
        <button type="button" className={styles.token} disabled={offered.length === 0}>
          <span>{t(($) => $.matchKeys)}</span>{' '}
          <b>{chosen.length > 0 ? chosen.join(t(($) => $.and)) : t(($) => $.noKeys)}</b>
          <Icon of={IconChevronDown} size={12} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t(($) => $.matchKeysHelp)}</Menu.Label>
        {offered.map((path) => (
          <Menu.CheckboxItem key={path} checked={of.matchKeys.includes(path)} onChange={() => toggle(path)}>
            {wordsOf(path)}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

const ways = ['create', 'fillEmpty', 'overwrite', 'updateOnly'] as const
type Way = (typeof ways)[number]
const settingsOf: Record<Way, Settings> = {
  create: { mode: 'create' },
  fillEmpty: { mode: 'upsert', fill: 'empty' },
  overwrite: { mode: 'upsert', fill: 'all' },
  updateOnly: { mode: 'update', fill: 'all' },
}
const wayOf = ({ mode, fill }: Import): Way => {
  if (mode === 'create') return 'create'
  if (mode === 'update') return 'updateOnly'
  return fill === 'all' ? 'overwrite' : 'fillEmpty'
}

function Existing({ of, change }: Props) {
  const { t } = useTranslation('imports')
  return (
    <TokenMenu
      label={t(($) => $.existing)}
      value={wayOf(of)}
      options={ways.map((value) => ({ value, label: t(($) => $.ways[value]) }))}
      onChange={(way) => change(settingsOf[way as Way])}
    />
  )
}

export function MappingBar({ of }: { of: Import }) {
  const { t } = useTranslation('imports')
  const settle = useSettle(of.id)
  const may = useMay()
  const change = (settings: Settings) => settle.mutate(settings)
  return (
    <div className={frame.bar}>
      <Source of={of} change={change} />
      <Keys of={of} change={change} />
      <span className={frame.rule} />
      <Existing of={of} change={change} />
      {may('import.history') && <HistoryMark of={of} change={change} />}
      <span className={frame.end}>
        <Button small tone="quiet" icon={IconArrowBackUp} onClick={() => change({ mapping: sentMapping(of.proposal) })}>
          {t(($) => $.restore)}
        </Button>
      </span>
    </div>
  )
}
