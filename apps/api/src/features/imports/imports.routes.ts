/** Imports over HTTP. The upload alone takes a form; it stands in a scope of its own so that nothing else does. */
import multipart from '@fastify/multipart'
import { importRoutes } from '@rapport/domain/features/imports/imports.contract.ts'
import type { ImportRecord } from '@rapport/domain/features/imports/imports.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { aggregateRecords } from '../../records/aggregate.ts'
import { listRecords } from '../../records/list.ts'
import { decideRows } from './import-decisions.commands.ts'
import { sendErrors } from './import-errors.queries.ts'
import { listRows } from './import-rows.queries.ts'
import { cancelImport, startDryRun, startRetry, startRun, startUndo } from './import-steps.commands.ts'
import { createImport, updateImport } from './imports.commands.ts'
import { readImport } from './imports.queries.ts'
import { importRecords } from './imports.records.ts'
import { previewUndo } from './undo-preview.queries.ts'
import { MAX_FILE, receiveUpload } from './upload.ts'

export const registerImports = (app: FastifyInstance): void => {
  void app.register(async (forms) => {
    await forms.register(multipart, {
      limits: { fileSize: MAX_FILE, files: 1, fields: 10, fieldSize: 1000, headerPairs: 50 },
    })
    serve(forms, importRoutes.create, async (_args, ctx, { request }) =>
      createImport(ctx, await receiveUpload(request, ctx.services.config.home)),
    )
  })
  serve(app, importRoutes.list, ({ query }, ctx) => listRecords<ImportRecord>(ctx, importRecords, query))
  serve(app, importRoutes.aggregate, ({ query }, ctx) => aggregateRecords(ctx, importRecords, query))
  serve(app, importRoutes.read, ({ params }, ctx) => readImport(ctx, params.id))
  serve(app, importRoutes.update, ({ params, body }, ctx) => updateImport(ctx, params.id, body))
  serve(app, importRoutes.dryRun, ({ params, body }, ctx) => startDryRun(ctx, params.id, body))
  serve(app, importRoutes.rows, ({ params, query }, ctx) => listRows(ctx, params.id, query))
  serve(app, importRoutes.decide, ({ params, body }, ctx) => decideRows(ctx, params.id, body))
  serve(app, importRoutes.run, ({ params, body }, ctx) => startRun(ctx, params.id, body))
  serve(app, importRoutes.retry, ({ params, body }, ctx) => startRetry(ctx, params.id, body))
  serve(app, importRoutes.cancel, ({ params, body }, ctx) => cancelImport(ctx, params.id, body))
  serve(app, importRoutes.undoPreview, ({ params }, ctx) => previewUndo(ctx, params.id))
  serve(app, importRoutes.undo, ({ params, body }, ctx) => startUndo(ctx, params.id, body))
  serve(app, importRoutes.errors, ({ params }, ctx, { reply }) => sendErrors(ctx, params.id, reply))
}
