/** Mantine dressed as ours. It has no language packs, so its built-in English strings are set here. */
import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type VariantColorsResolver,
} from '@mantine/core'
import { brand, dark, darkLadder, errorText, light } from './tokens.ts'

/** The words Mantine shows by itself, in the reader's language. */
export type BuiltInWords = { close: string; clear: string }

const family = 'var(--rp-font)'

// `autoContrast` only knows the light shade, so filled brand and danger are resolved by variable.
const variantColorResolver: VariantColorsResolver = (input) => {
  const usual = defaultVariantColorsResolver(input)
  if (input.variant !== 'filled') return usual
  if (input.color === 'brand') {
    return {
      ...usual,
      background: 'var(--rp-primary)',
      hover: 'var(--rp-primary-hover)',
      color: 'var(--rp-on-primary)',
    }
  }
  if (input.color === 'danger') {
    return { ...usual, background: 'var(--rp-danger)', hover: 'var(--rp-danger)', color: 'var(--rp-on-danger)' }
  }
  return usual
}

// The sheet scrolls, not the page, and an overlay covers it: nothing to lock. Locking would write a style element,
// which the content security policy refuses.
const overlay = (words: BuiltInWords) => ({
  defaultProps: {
    lockScroll: false,
    closeButtonProps: { 'aria-label': words.close },
    overlayProps: { color: 'var(--rp-scrim)', backgroundOpacity: 1 },
    transitionProps: { duration: 120 },
  },
})

// The list of options scrolls itself: a frame around it that scrolls is one the keyboard cannot enter.
const options = { defaultProps: { withScrollArea: false } }

/** What each part is like everywhere. */
const components = (words: BuiltInWords) => ({
  Portal: { defaultProps: { target: '#overlays', reuseTargetNode: true } },
  Button: { defaultProps: { variant: 'filled', size: 'sm' } },
  // Without the role each head is a second banner landmark.
  ModalHeader: { defaultProps: { role: 'presentation' } },
  DrawerHeader: { defaultProps: { role: 'presentation' } },
  Modal: overlay(words),
  Drawer: overlay(words),
  // The placeholder is a focusable element without a role, which a menu may not hold.
  Menu: {
    defaultProps: {
      withInitialFocusPlaceholder: false,
      shadow: 'md',
      radius: 8,
      offset: 4,
      transitionProps: { duration: 80 },
    },
  },
  Popover: { defaultProps: { shadow: 'md', radius: 8, offset: 4, transitionProps: { duration: 80 } } },
  Select: options,
  MultiSelect: options,
  TagsInput: options,
  Combobox: { defaultProps: { shadow: 'md', radius: 8, offset: 4, transitionProps: { duration: 80 } } },
  Tooltip: {
    defaultProps: {
      openDelay: 400,
      transitionProps: { duration: 80 },
      events: { hover: true, focus: true, touch: false },
    },
  },
  CloseButton: { defaultProps: { 'aria-label': words.close } },
  ComboboxClearButton: { defaultProps: { 'aria-label': words.clear } },
  InputClearButton: { defaultProps: { 'aria-label': words.clear } },
  DatePickerInput: { defaultProps: { hideOutsideDates: true } },
})

/** The theme, rebuilt when the language changes. */
export const makeTheme = (words: BuiltInWords) =>
  createTheme({
    colors: { brand, dark: darkLadder },
    primaryColor: 'brand',
    primaryShade: { light: 7, dark: 6 },
    autoContrast: true,
    luminanceThreshold: 0.3,
    black: light.text,
    defaultRadius: 6,
    cursorType: 'default',
    respectReducedMotion: true,
    variantColorResolver,
    fontFamily: family,
    fontFamilyMonospace: 'var(--rp-mono)',
    headings: { fontFamily: family, fontWeight: '600' },
    fontSizes: { xs: '12px', sm: '13px', md: '13px', lg: '16px', xl: '20px' },
    lineHeights: { xs: '18px', sm: '20px', md: '20px', lg: '24px', xl: '28px' },
    shadows: { md: 'var(--rp-shadow-1)', xl: 'var(--rp-shadow-2)' },
    components: components(words),
  })

/** Mantine's own variables in our colours; printed into tokens.css together with the tokens. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': light.surface,
    '--mantine-color-text': light.text,
    '--mantine-color-dimmed': light['text-2'],
    '--mantine-color-placeholder': light['text-3'],
    '--mantine-color-error': errorText.light,
    '--mantine-color-anchor': light.link,
    '--mantine-color-default-border': light.line,
    '--mantine-color-default-hover': light.hover,
    '--mantine-color-brand-light': light['sel-bg'],
  },
  dark: {
    '--mantine-color-body': dark.surface,
    '--mantine-color-text': dark.text,
    '--mantine-color-dimmed': dark['text-2'],
    '--mantine-color-placeholder': dark['text-3'],
    '--mantine-color-error': errorText.dark,
    '--mantine-color-anchor': dark.link,
    '--mantine-color-default-border': dark.line,
    '--mantine-color-default-hover': dark.hover,
    '--mantine-color-brand-light': dark['sel-bg'],
  },
})
