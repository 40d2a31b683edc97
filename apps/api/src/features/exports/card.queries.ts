/** The card of one person, made of what its reader sees of him on his page. */
import type { CardEntity } from '@rapport/domain/features/exports/export-formats.ts'
import { cardFileName, cardOf, clearForCard } from '@rapport/domain/features/exports/record-cards.ts'
import type { FastifyReply } from 'fastify'
import type { Ctx } from '../../ctx.ts'
import { asFile } from '../../http/as-file.ts'
import { refuse } from '../../http/problems.ts'
import { readRecord } from '../../records/find.ts'
import { fileTypes } from './download.queries.ts'
import { recordsOf } from './export-noun.ts'

/** Errors: 404 for what he does not see, 409 `card.company` for a customer that is no person, as far as he may know it. */
export const sendCard = async (ctx: Ctx, entity: CardEntity, id: string, reply: FastifyReply): Promise<string> => {
  const record = await readRecord<Record<string, unknown>>(ctx, recordsOf(entity), id)
  const told = clearForCard(ctx.actor, entity, record)
  if (entity === 'customers' && told.kind !== 'person') refuse('card.company')
  void asFile(reply, fileTypes.vcf, cardFileName(entity, told.name), `${entity.slice(0, -1)}.vcf`)
  return cardOf(entity, told, ctx.actor.locale === 'en' ? 'en' : 'zh')
}
