/** The people that were found, and what the first of them looks after. */
import { Combobox } from '@mantine/core'
import { IconBuilding, IconTargetArrow, IconUser } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { shorten } from '../../lib/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { Found } from './found.tsx'
import styles from './palette.module.css'
import { usePlacesOf, type Colleague } from './people.ts'

const icons = { customers: IconBuilding, opportunities: IconTargetArrow }
const NAME = 24

export function Colleagues({ people, typed }: { people: readonly Colleague[]; typed: string }) {
  const { t } = useTranslation()
  const placesOf = usePlacesOf()
  const shown = people.flatMap((one) => {
    const { panel, lists } = placesOf(one.id)
    const to = panel ?? lists[0]?.to
    return to ? [{ ...one, to, lists: panel ? lists : lists.slice(1) }] : []
  })
  const [first] = shown
  if (!first) return null
  const name = shorten(first.name, NAME)
  return (
    <>
      <Combobox.Group classNames={{ groupLabel: styles.group }} label={t(($) => $.palette.people)}>
        {shown.map(({ id, to, name: own, title }) => (
          <Combobox.Option key={id} value={`to ${to}`} className={styles.option}>
            <Icon of={IconUser} />
            <Found text={own} part={typed} />
            {title && <Found quiet text={title} />}
          </Combobox.Option>
        ))}
      </Combobox.Group>
      {typed !== '' && first.lists.length > 0 && (
        <Combobox.Group classNames={{ groupLabel: styles.group }} label={t(($) => $.palette.ofPerson, { name })}>
          {first.lists.map(({ noun, to }) => (
            <Combobox.Option key={noun} value={`to ${to}`} className={styles.option}>
              <Icon of={icons[noun]} />
              <Found text={t(($) => $.nav[noun])} />
            </Combobox.Option>
          ))}
        </Combobox.Group>
      )}
    </>
  )
}
