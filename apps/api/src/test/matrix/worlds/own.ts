/** What is somebody’s own work. */
import { aJob } from '@rapport/prisma/factories/jobs.ts'
import { anImport } from '@rapport/prisma/factories/imports.ts'
import { aSavedView } from '@rapport/prisma/factories/saved-views.ts'
import type { World } from './world.ts'

export const ownWorlds: Record<string, World> = {
  imports: {
    lasting: true,
    make: async (prisma, { ownerId, canary }) =>
      (await anImport(prisma, { ownerId, fileName: canary, status: 'mapped' })).id,
    canaryField: 'fileName',
    draft: async (_, canary) => {
      const form = new FormData()
      form.set('entity', 'customers')
      form.set('file', new Blob([`name\n${canary}\n`]), `${canary}.csv`)
      return form
    },
    patch: () => ({ history: false }),
  },
  'saved-views': {
    personal: true,
    lasting: true,
    make: async (prisma, { ownerId, canary }) => {
      const filter = { field: 'name', op: 'eq', value: canary }
      return (await aSavedView(prisma, { entity: 'customers', label: canary, filter, createdById: ownerId })).id
    },
    canaryField: 'label',
    draft: async (_, canary) => ({ entity: 'customers', label: canary }),
    patch: (canary) => ({ label: canary }),
  },
  jobs: {
    personal: true,
    lasting: true,
    make: async (prisma, { ownerId, canary }) => (await aJob(prisma, { ownerId, title: canary })).id,
    canaryField: 'title',
    draft: async () => ({}),
  },
}
