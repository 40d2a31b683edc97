import { Switch, useMantineColorScheme } from '@mantine/core'
import { densities, schemes } from '@rapport/domain/preference-choices.ts'
import { useTranslation } from 'react-i18next'
import { languageNames } from '../../app/language-switch.tsx'
import { useChooseLanguage } from '../../app/session.ts'
import { languages, setPreference, usePreference } from '../../lib/preferences.ts'
import { useLanguage } from '../../lib/use-language.ts'
import { Section } from '../../ui/section.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import styles from './me.module.css'

function Looks() {
  const { t } = useTranslation()
  const language = useLanguage()
  const chooseLanguage = useChooseLanguage()
  const density = usePreference('density')
  // Without it a style is written into the page, which its policy forbids.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  return (
    <>
      <Segmented
        showLabel
        label={t(($) => $.shell.language)}
        value={language}
        options={languages.map((value) => ({ value, label: languageNames[value] }))}
        onChange={chooseLanguage}
      />
      <Segmented
        showLabel
        label={t(($) => $.shell.theme)}
        value={colorScheme}
        options={schemes.map((value) => ({ value, label: t(($) => $.theme[value]) }))}
        onChange={setColorScheme}
      />
      <Segmented
        showLabel
        label={t(($) => $.shell.density)}
        value={density}
        options={densities.map((value) => ({ value, label: t(($) => $.density[value]) }))}
        onChange={(value) => setPreference('density', value)}
      />
    </>
  )
}

/** Language, theme, row height and single keys. They apply at once, without a button. */
export function Appearance() {
  const { t } = useTranslation('sessions')
  const keys = usePreference('keys')
  return (
    <Section title={t(($) => $.me.appearance)} narrow>
      <div className={styles.choices}>
        <Looks />
        <Switch
          label={t(($) => $.me.singleKeys)}
          description={t(($) => $.me.singleKeysHelp)}
          checked={keys === 'on'}
          onChange={(event) => setPreference('keys', event.currentTarget.checked ? 'on' : 'off')}
        />
      </div>
    </Section>
  )
}
