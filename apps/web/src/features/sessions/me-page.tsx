/** One's own settings: profile, appearance, notices, password, signed-in devices; on phones also the way to everything else. */
import { useTranslation } from 'react-i18next'
import { MoreNavigation } from '../../app/more-navigation.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { NoticeSettings } from '../notifications/notice-settings.tsx'
import { Appearance } from './me-appearance.tsx'
import { Devices } from './me-devices.tsx'
import { Password } from './me-password.tsx'
import { Profile } from './me-profile.tsx'

export default function MePage() {
  const { t } = useTranslation()
  return (
    <Page>
      <PageHead title={t(($) => $.nav.me)} />
      <MoreNavigation />
      <Profile />
      <Appearance />
      <NoticeSettings />
      <Password />
      <Devices />
    </Page>
  )
}
