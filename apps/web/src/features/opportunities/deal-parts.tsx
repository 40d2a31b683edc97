/** What hangs on a deal: product lines, people with their part in the decision, competitors; each is edited in a panel. */
import { lazy, Suspense, useState, type ComponentType, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconPencil } from '@tabler/icons-react'
import { useMay, useWritable } from '../../app/session.ts'
import { IconButton } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { CompetitorList, LineList, PeopleList } from './deal-part-lists.tsx'
import type { Opportunity } from './opportunities.queries.ts'
import styles from './deal-parts.module.css'

type EditorProps = { deal: Opportunity; onClose: () => void }

const LinesEditor = lazy(() => import('./lines-editor.tsx'))
const PeopleEditor = lazy(() => import('./people-editor.tsx'))
const CompetitorsEditor = lazy(() => import('./competitors-editor.tsx'))

type Props = {
  deal: Opportunity
  title: string
  note?: ReactNode
  mayEdit: boolean
  Editor: ComponentType<EditorProps>
  children: ReactNode
}

function Part({ deal, title, note, mayEdit, Editor, children }: Props) {
  const { t } = useTranslation('opportunities')
  const [editing, setEditing] = useState(false)
  const aside = (
    <>
      {note}
      {mayEdit && (
        <IconButton
          small
          icon={IconPencil}
          label={t(($) => $.part.edit, { name: title })}
          onClick={() => setEditing(true)}
        />
      )}
    </>
  )
  return (
    <Section bare title={title} aside={aside}>
      {children}
      <Suspense>{editing && <Editor deal={deal} onClose={() => setEditing(false)} />}</Suspense>
    </Section>
  )
}

const None = ({ children }: { children: ReactNode }) => <p className={styles.none}>{children}</p>

/** A list that one may not read is empty, so it may not be replaced either. */
export function DealParts({ deal }: { deal: Opportunity }) {
  const { t } = useTranslation('opportunities')
  const may = useMay()
  const writable = useWritable('opportunities')
  const { lines = [], contacts = [], competitors = [] } = deal
  const edits = (noun: string) => deal.can.edit && may(`${noun}.read`)
  return (
    <>
      <Part
        deal={deal}
        title={t(($) => $.record.lines)}
        mayEdit={edits('products') && writable('amount')}
        Editor={LinesEditor}
      >
        {lines.length > 0 ? <LineList deal={deal} /> : <None>{t(($) => $.record.noLines)}</None>}
      </Part>
      <Part deal={deal} title={t(($) => $.record.people)} mayEdit={edits('contacts')} Editor={PeopleEditor}>
        {contacts.length > 0 ? <PeopleList deal={deal} /> : <None>{t(($) => $.record.noPeople)}</None>}
      </Part>
      {(edits('competitors') || competitors.length > 0) && (
        <Part
          deal={deal}
          title={t(($) => $.record.competitors)}
          mayEdit={edits('competitors')}
          Editor={CompetitorsEditor}
        >
          {competitors.length > 0 ? <CompetitorList deal={deal} /> : <None>{t(($) => $.record.noCompetitors)}</None>}
        </Part>
      )}
    </>
  )
}
