/** What a new installation starts with besides its first administrator: roles, dictionaries, sources. Runs once, and may run again. */
import { dictionaryDefaults } from '@rapport/domain/features/dictionaries/dictionary-defaults.ts'
import { readyRoles } from '@rapport/domain/features/roles/ready-roles.ts'
import { sourceDefaults } from '@rapport/domain/features/sources/source-defaults.ts'
import type { Tx } from '../../ctx.ts'
import type { Prisma } from '@rapport/prisma'

import { installPipeline } from './default-pipeline.commands.ts'

type Json = Prisma.InputJsonValue

/** Adds what is missing and leaves alone what is there. */
export const installDefaults = async (tx: Tx): Promise<void> => {
  await tx.db.role.createMany({
    skipDuplicates: true,
    data: readyRoles.map(({ code, label, rights, scopes, fieldRules, special }) => ({
      code,
      label,
      rights: rights as Json,
      scopes: scopes as Json,
      fieldRules: fieldRules as Json,
      special,
    })),
  })
  await tx.db.source.createMany({ skipDuplicates: true, data: sourceDefaults.map((source) => ({ ...source })) })
  for (const { code, label, items } of dictionaryDefaults) {
    const { id } = await tx.db.dictionary.upsert({
      where: { code },
      create: { code, label, system: true },
      update: {},
      select: { id: true },
    })
    await tx.db.dictionaryItem.createMany({
      skipDuplicates: true,
      data: items.map((item, order) => ({ dictionaryId: id, ...item, order })),
    })
  }
  await installPipeline(tx)
}
