/** One world for each noun; a noun that has routes and no world here fails the matrix. */
import { ownWorlds } from './worlds/own.ts'
import { salesWorlds } from './worlds/sales.ts'
import { settingsWorlds } from './worlds/settings.ts'
import { staffWorlds } from './worlds/staff.ts'
import { talkWorlds } from './worlds/talk.ts'
import type { World } from './worlds/world.ts'

export const worlds: Record<string, World> = {
  ...salesWorlds,
  ...settingsWorlds,
  ...staffWorlds,
  ...ownWorlds,
  ...talkWorlds,
}
