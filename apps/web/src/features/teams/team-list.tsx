/** The tree: who leads each team and how many belong to it. Retired teams are shown on demand. */
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabel, useLanguage } from '../../lib/use-language.ts'
import { Icon } from '../../ui/icon.tsx'
import { Chip } from '../../ui/marks/chip.tsx'
import { treeOf, type Branch } from './team-tree.ts'
import styles from './teams.module.css'
import type { Team } from './teams.queries.ts'

type Props = { teams: Team[]; chosen: string | null; onChoose: (id: string) => void }

function Fold({ name, open, onFold }: { name: string; open: boolean; onFold: () => void }) {
  const { t } = useTranslation('teams')
  return (
    <button
      type="button"
      className={styles.fold}
      aria-expanded={open}
      aria-label={t(($) => $.below, { name })}
      onClick={onFold}
    >
      <Icon of={open ? IconChevronDown : IconChevronRight} size={14} />
    </button>
  )
}

type RowProps = { branch: Branch; chosen: boolean; open: boolean; onChoose: () => void; onFold: () => void }

function Row({ branch: { team, depth, hasChildren }, chosen, open, onChoose, onFold }: RowProps) {
  const { t } = useTranslation('teams')
  const textOf = useLabel()
  const other = useLanguage() === 'zh' ? team.label.en : team.label.zh
  return (
    <li className={styles.row} data-chosen={chosen || undefined}>
      <span style={{ width: depth * 18 }} />
      <span className={styles.folder}>
        {hasChildren && <Fold name={textOf(team.label)} open={open} onFold={onFold} />}
      </span>
      <button type="button" className={styles.choose} aria-current={chosen || undefined} onClick={onChoose}>
        <span className={styles.name}>
          <b>{textOf(team.label)}</b>
          {team.archivedAt && <Chip>{t(($) => $.archived)}</Chip>}
          <span>{other}</span>
        </span>
        <span className={styles.manager}>{team.manager && textOf(team.manager.label)}</span>
        <span className={styles.count} data-figure>
          {team.memberCount}
        </span>
      </button>
    </li>
  )
}

const flipped = (before: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id])

export function TeamList({ teams, chosen, onChoose }: Props) {
  const { t } = useTranslation('teams')
  const textOf = useLabel()
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [all, setAll] = useState(false)
  const retired = teams.filter((team) => team.archivedAt !== null).length
  const shown = all ? teams : teams.filter((team) => team.archivedAt === null || team.id === chosen)
  return (
    <>
      <div className={styles.heads} aria-hidden>
        <span>{t(($) => $.team)}</span>
        <span>{t(($) => $.manager)}</span>
        <span>{t(($) => $.members)}</span>
      </div>
      <ul className={styles.tree} aria-label={t(($) => $.title)}>
        {treeOf(shown, (team) => textOf(team.label), folded).map((branch) => (
          <Row
            key={branch.team.id}
            branch={branch}
            chosen={branch.team.id === chosen}
            open={!folded.has(branch.team.id)}
            onChoose={() => onChoose(branch.team.id)}
            onFold={() => setFolded((before) => flipped(before, branch.team.id))}
          />
        ))}
      </ul>
      {retired > 0 && (
        <button type="button" className={styles.more} onClick={() => setAll(!all)}>
          {t(($) => (all ? $.hideArchived : $.showArchived), { count: retired })}
        </button>
      )}
    </>
  )
}
