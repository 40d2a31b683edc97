/** Below 768 px a list shows cards and the rail becomes the bottom bar. */
import { useMediaQuery } from '@mantine/hooks'

export const PHONE = '(max-width: 767.98px)'

export const useIsPhone = (): boolean => useMediaQuery(PHONE, undefined, { getInitialValueInEffect: false }) ?? false
