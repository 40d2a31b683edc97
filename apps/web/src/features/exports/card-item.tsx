/** In the menu of a person: his address card, for a phone or a mail program. The palette offers it too. */
import { Menu } from '@mantine/core'
import type { CardEntity } from '@rapport/domain/features/exports/export-formats.ts'
import { IconAddressBook } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useActions } from '../../lib/actions.ts'
import { addressOf } from '../../lib/call.ts'
import { Icon } from '../../ui/icon.tsx'

const cardPath = (entity: CardEntity, id: string) => addressOf(`/${entity}/:id/vcard`, { id })

/** Offers the card as long as the person is shown; nothing for what has none. */
export function useCardAction(entity: CardEntity, id: string, hasCard = true): void {
  const { t } = useTranslation()
  const label = t(($) => $.action.saveCard)
  const run = () => window.location.assign(cardPath(entity, id))
  useActions(hasCard ? [{ id: 'card', label, group: 'page', run }] : [])
}

export function CardItem({ entity, id }: { entity: CardEntity; id: string }) {
  const { t } = useTranslation()
  return (
    <Menu.Item component="a" href={cardPath(entity, id)} download leftSection={<Icon of={IconAddressBook} />}>
      {t(($) => $.action.saveCard)}
    </Menu.Item>
  )
}
