/** The records that were found, by kind, the kind of the best find first; before anything is typed, those somebody was at last. */
import { Combobox } from '@mantine/core'
import type { SearchHit, SearchType } from '@rapport/domain/features/search/search.ts'
import { IconBox, IconBuilding, IconHistory, IconTargetArrow, IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { phone } from '../../lib/format.ts'
import { Icon, type IconType } from '../../ui/icon.tsx'
import { paths, recordPath } from '../paths.ts'
import { Found } from './found.tsx'
import styles from './palette.module.css'
import type { Visit } from './visits.ts'

const icons: Record<SearchType, IconType> = {
  customers: IconBuilding,
  contacts: IconUsers,
  opportunities: IconTargetArrow,
  products: IconBox,
}

// A product has no page of its own; its panel opens over the list.
const addressOf = ({ type, id }: SearchHit) =>
  type === 'products' ? `${paths.products}?edit=${id}` : recordPath(type, id)

export function Records({ hits }: { hits: readonly SearchHit[] }) {
  const { t } = useTranslation()
  const kinds = [...new Set(hits.map(({ type }) => type))]
  return kinds.map((kind) => (
    <Combobox.Group key={kind} classNames={{ groupLabel: styles.group }} label={t(($) => $.nav[kind])}>
      {hits
        .filter(({ type }) => type === kind)
        .map((hit) => (
          <Combobox.Option key={hit.id} value={`to ${addressOf(hit)}`} className={styles.option}>
            <Icon of={icons[kind]} />
            <Found text={hit.title} part={isInTitle(hit) ? hit.match.text : ''} />
            <Detail hit={hit} />
          </Combobox.Option>
        ))}
    </Combobox.Group>
  ))
}

const isInTitle = ({ match }: SearchHit) => match.field === 'title' || match.field === 'pinyin'

const wordsOf = ({ detail, match }: SearchHit) => (match.field === 'phone' ? phone(detail ?? '') : (detail ?? ''))

function Detail({ hit }: { hit: SearchHit }) {
  const words = wordsOf(hit)
  if (words === '') return null
  const { field, text } = hit.match
  const part = isInTitle(hit) ? '' : field === 'phone' ? asWritten(words, text) : text
  return <Found quiet text={words} part={part} />
}

// The digits are grouped for reading; four of them stand together, more do not.
const asWritten = (words: string, digits: string) => (words.includes(digits) ? digits : digits.slice(-4))

export function Visits({ visits }: { visits: readonly Visit[] }) {
  const { t } = useTranslation()
  if (visits.length === 0) return null
  return (
    <Combobox.Group classNames={{ groupLabel: styles.group }} label={t(($) => $.palette.recent)}>
      {visits.map(({ to, name }) => (
        <Combobox.Option key={to} value={`to ${to}`} className={styles.option}>
          <Icon of={icons[to.split('/')[1] as SearchType] ?? IconHistory} />
          <Found text={name} />
        </Combobox.Option>
      ))}
    </Combobox.Group>
  )
}
