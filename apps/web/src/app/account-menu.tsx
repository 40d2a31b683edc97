/** Language, theme and density within one click, the account's own page, and the way out. */
import { Menu, useMantineColorScheme } from '@mantine/core'
import { densities, schemes } from '@rapport/domain/preference-choices.ts'
import { IconLogout, IconUserCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useChooseLanguage, useMe, useSignOut } from './session.ts'
import { setPreference, usePreference } from '../lib/preferences.ts'
import { useLanguage } from '../lib/use-language.ts'
import { Icon } from '../ui/icon.tsx'
import { initialOf } from '../ui/marks/avatar.tsx'
import styles from './header.module.css'
import { languageNames } from './language-switch.tsx'
import { paths } from './paths.ts'

function Choice<T extends string>(props: {
  label: string
  value: T
  options: { value: T; label: string }[]
  onChange: (value: T) => void
}) {
  return (
    <Menu.RadioGroup value={props.value} onChange={(value) => props.onChange(value as T)}>
      <Menu.Label>{props.label}</Menu.Label>
      {props.options.map((option) => (
        <Menu.RadioItem key={option.value} value={option.value} closeMenuOnClick={false}>
          {option.label}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  )
}

function Choices(): ReactNode {
  const { t } = useTranslation()
  const language = useLanguage()
  const chooseLanguage = useChooseLanguage()
  const density = usePreference('density')
  // Without it a style is written into the page, which its policy forbids.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  const languages = (['zh', 'en'] as const).map((value) => ({ value, label: languageNames[value] }))
  const themes = schemes.map((value) => ({ value, label: t(($) => $.theme[value]) }))
  const rows = densities.map((value) => ({ value, label: t(($) => $.density[value]) }))
  return (
    <>
      <Choice label={t(($) => $.shell.language)} value={language} options={languages} onChange={chooseLanguage} />
      <Choice label={t(($) => $.shell.theme)} value={colorScheme} options={themes} onChange={setColorScheme} />
      <Choice
        label={t(($) => $.shell.density)}
        value={density}
        options={rows}
        onChange={(value) => setPreference('density', value)}
      />
    </>
  )
}

export function AccountMenu() {
  const { t } = useTranslation()
  const { user } = useMe()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const leave = () => signOut.mutate(undefined, { onSettled: () => void navigate(paths.login) })
  return (
    <Menu position="bottom-end" width={232}>
      <Menu.Target>
        <button type="button" className={styles.account} aria-label={t(($) => $.shell.account, { name: user.name })}>
          {initialOf(user.name)}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <p className={styles.who}>
          <b>{user.name}</b>
          <span>{user.email}</span>
        </p>
        <Menu.Item leftSection={<Icon of={IconUserCircle} />} onClick={() => void navigate(paths.me)}>
          {t(($) => $.nav.me)}
        </Menu.Item>
        <Menu.Divider />
        <Choices />
        <Menu.Divider />
        <Menu.Item leftSection={<Icon of={IconLogout} />} onClick={leave}>
          {t(($) => $.shell.signOut)}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
