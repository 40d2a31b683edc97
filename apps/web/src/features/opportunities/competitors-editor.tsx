/** Against whom a deal is won or lost; one who is not on the list yet is added while typing. */
import { TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../app/session.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { randomId } from '../../lib/random-id.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { useListValue } from '../../ui/form/use-list-value.ts'
import { RefSelect } from '../../ui/ref-select.tsx'
import { startsHere } from '../../ui/starts-here.ts'
import { toast } from '../../ui/toast.tsx'
import { createCompetitor, type Opportunity } from './opportunities.queries.ts'
import { PartPanel } from './part-panel.tsx'
import styles from './part-panel.module.css'
import { usePartForm } from './use-part-form.ts'

type Row = { key: string; competitorId: string; note: string }

const rowsOf = ({ competitors = [] }: Opportunity): Row[] =>
  competitors.map(({ competitorId, note }) => ({ key: competitorId, competitorId, note: note ?? '' }))

const draftsOf = (rows: Row[]) => rows.map(({ competitorId, note }) => ({ competitorId, note: note.trim() || null }))

type List = ReturnType<typeof useListValue<Row>>
type RowProps = { row: Row; at: number; fresh: boolean; list: List; onRemove: () => void }

/** Adds who was typed to the company's list; a refusal is said and nothing is chosen. */
function useCreate() {
  const mayCreate = useMay()('competitors.create')
  const wordsOf = useProblemText()
  const create = async (name: string) => {
    try {
      const { id } = await createCompetitor(name)
      return { value: id, label: name }
    } catch (error) {
      toast(wordsOf(error), { tone: 'problem' })
      return undefined
    }
  }
  return mayCreate ? create : undefined
}

function CompetitorInputs({ row, at, fresh, list: { change, errorOf }, onRemove }: RowProps) {
  const { t } = useTranslation('opportunities')
  const { t: common } = useTranslation('common')
  const create = useCreate()
  return (
    <li className={styles.row} data-two>
      <RefSelect
        to="competitors"
        label={t(($) => $.rival.who)}
        data-path={`competitors.${at}.competitorId`}
        value={row.competitorId}
        onChange={(competitorId) => change(at, { competitorId })}
        onCreate={create}
        error={errorOf(at, 'competitorId')}
        {...startsHere(fresh)}
      />
      <TextInput
        label={t(($) => $.rival.note)}
        data-path={`competitors.${at}.note`}
        autoComplete="off"
        maxLength={500}
        value={row.note}
        onChange={(event) => change(at, { note: event.currentTarget.value })}
        error={errorOf(at, 'note')}
      />
      <span className={styles.remove}>
        <IconButton icon={IconX} label={common(($) => $.action.remove)} onClick={onRemove} />
      </span>
    </li>
  )
}

function Competitors() {
  const { t } = useTranslation('opportunities')
  const list = useListValue<Row>({ name: 'competitors', label: '' })
  const [fresh, setFresh] = useState<string | null>(null)
  const adding = useRef<HTMLButtonElement>(null)
  const add = () => {
    const key = randomId()
    setFresh(key)
    list.add({ key, competitorId: '', note: '' })
  }
  const remove = (at: number) => {
    list.remove(at)
    adding.current?.focus()
  }
  return (
    <>
      {list.items.length === 0 && <p className={styles.empty}>{t(($) => $.rival.none)}</p>}
      <ul aria-label={t(($) => $.record.competitors)}>
        {list.items.map((row, at) => (
          <CompetitorInputs
            key={row.key}
            row={row}
            at={at}
            fresh={row.key === fresh}
            list={list}
            onRemove={() => remove(at)}
          />
        ))}
      </ul>
      <Button ref={adding} small tone="quiet" icon={IconPlus} onClick={add} className={styles.add}>
        {t(($) => $.rival.add)}
      </Button>
    </>
  )
}

export default function CompetitorsEditor({ deal, onClose }: { deal: Opportunity; onClose: () => void }) {
  const { t } = useTranslation('opportunities')
  const form = usePartForm({ deal, part: 'competitors', rowsOf, draftsOf, onClose })
  return (
    <PartPanel of={form} title={t(($) => $.part.competitors)} onClose={onClose}>
      <Competitors />
    </PartPanel>
  )
}
