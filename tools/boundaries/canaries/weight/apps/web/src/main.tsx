import { providers } from './app/providers.tsx'

export const app = providers
