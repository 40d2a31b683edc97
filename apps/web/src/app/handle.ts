/** What a route says about itself: its title, the right it needs, and values for its parameters in tests. */
import type { SelectorParam } from 'i18next'

export type TitleKey = SelectorParam<'common'>

export type Handle = {
  titleKey: TitleKey
  permission?: string
  /** Fills `:id` and its like when a test walks all routes: the noun whose first record is taken, or `none`. */
  testParams?: Record<string, string>
}
