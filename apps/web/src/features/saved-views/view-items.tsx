/** What a menu offers for the view that is open. */
import { Menu } from '@mantine/core'
import { IconLink, IconPencil, IconPlus, IconStar, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import { toast } from '../../ui/toast.tsx'
import type { SavedView } from './saved-views.queries.ts'
import type { ViewActs } from './use-view-acts.ts'

function First({ view, acts }: { view: SavedView; acts: ViewActs }) {
  const { t } = useTranslation()
  const words = view.isDefault ? 'notFirst' : view.shared === 'all' ? 'firstForAll' : 'first'
  return (
    <Menu.Item leftSection={<Icon of={IconStar} />} onClick={() => acts.setFirst(view, !view.isDefault)}>
      {t(($) => $.view[words])}
    </Menu.Item>
  )
}

function CopyLink() {
  const { t } = useTranslation()
  const copy = async () => {
    await navigator.clipboard.writeText(location.href)
    toast(t(($) => $.action.copied))
  }
  return (
    <Menu.Item leftSection={<Icon of={IconLink} />} onClick={() => void copy()}>
      {t(($) => $.view.copyLink)}
    </Menu.Item>
  )
}

export function ViewItems({ view, acts }: { view: SavedView | undefined; acts: ViewActs }) {
  const { t } = useTranslation()
  return (
    <>
      {view?.can.edit && (
        <>
          <Menu.Item leftSection={<Icon of={IconPencil} />} onClick={() => acts.rename(view)}>
            {t(($) => $.view.rename)}
          </Menu.Item>
          <First view={view} acts={acts} />
        </>
      )}
      <Menu.Item leftSection={<Icon of={IconPlus} />} onClick={acts.create}>
        {t(($) => $.view.saveAsNew)}
      </Menu.Item>
      {view && <CopyLink />}
      {view?.can.archive && (
        <Menu.Item leftSection={<Icon of={IconTrash} />} onClick={() => acts.remove(view)}>
          {t(($) => $.view.remove)}
        </Menu.Item>
      )}
    </>
  )
}
