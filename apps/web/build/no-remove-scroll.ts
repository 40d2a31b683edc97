/**
 * Stands in for react-remove-scroll: overlays never lock the page (app/theme.ts), because the sheet scrolls and not the
 * page, and because the library would write a style element, which the content security policy refuses.
 */
import type { ReactNode } from 'react'

export const RemoveScroll = ({ children }: { children?: ReactNode }): ReactNode => children
