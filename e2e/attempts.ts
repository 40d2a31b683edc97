/** Passwords are guessed from one address by several tests; none is to wait for what another has guessed. */
import type { World } from '@rapport/prisma/factories/world.ts'

export const freeAttempts = (world: World) => world.loginThrottle.deleteMany()
