import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { MemoryRouter } from 'react-router'
import { beforeAll, describe, expect, it } from 'vitest'
import { Providers } from '../../app/providers.tsx'
import { sessionQuery, type Me } from '../../app/session.ts'
import { loadTexts } from '../../lib/i18n.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { server } from '../../test/server.ts'
import type { Attachment } from './attachments.queries.ts'
import { RecordFiles } from './record-files.tsx'

beforeAll(() => loadTexts('attachments'))

const target = { type: 'customer', id: '01a20044-4a91-799c-8e35-8a58c77515c4' } as const
const aFile = (name: string): Attachment => ({
  id: crypto.randomUUID(),
  version: 1,
  createdAt: '2026-11-20T08:00:00.000Z',
  updatedAt: '2026-11-20T08:00:00.000Z',
  targetType: 'customer',
  targetId: target.id,
  customerId: target.id,
  name,
  kind: 'document',
  mime: 'application/pdf',
  size: 2_500_000,
  createdById: null,
  createdBy: null,
  can: { delete: true },
})

/** The section over an API that keeps the files; the first `refusals` uploads are refused. */
function open(files: Attachment[], refusals = 0) {
  let left = refusals
  server.use(
    http.get('*/api/v1/attachments', () => HttpResponse.json({ items: files, nextCursor: null, total: null })),
    http.post('*/api/v1/attachments', () => {
      if (left-- > 0) {
        const errors = [{ path: 'file', code: 'attachment.other', message: 'The file is not what its name says' }]
        const problem = { type: 'x', title: 'x', status: 422, code: 'attachment.file', errors }
        return HttpResponse.json(problem, { status: 422, headers: { 'content-type': 'application/problem+json' } })
      }
      files.unshift(aFile('offer.pdf'))
      return HttpResponse.json(files[0], { status: 201 })
    }),
  )
  const client = makeQueryClient()
  client.setQueryData(sessionQuery.queryKey, { organisation: { attachmentMegabytes: 25 } } as unknown as Me)
  render(
    <MemoryRouter>
      <Providers client={client}>
        <RecordFiles target={target} />
      </Providers>
    </MemoryRouter>,
  )
  return userEvent.setup()
}
const pdf = (name = 'offer.pdf') => new File(['%PDF-1.7'], name, { type: 'application/pdf' })

describe('the files of a record', () => {
  it('are listed with size and way to them; another one comes by the button', async () => {
    const user = open([aFile('contract.pdf')])
    const link = await screen.findByRole('link', { name: 'contract.pdf' })
    expect(link).toHaveAttribute('href', expect.stringMatching(/\/attachments\/[0-9a-f-]+\/file$/))
    expect(screen.getByText(/2\.5 MB/)).toBeVisible()
    await user.upload(screen.getByLabelText('Attach files', { selector: 'input' }), pdf())
    expect(await screen.findByRole('link', { name: 'offer.pdf' })).toBeVisible()
  })

  it('keep one that was refused with its reason, to be sent again', async () => {
    const user = open([], 1)
    await screen.findByText(/None yet/)
    fireEvent.drop(screen.getByRole('region', { name: 'Files' }), {
      dataTransfer: { files: [pdf()], types: ['Files'] },
    })
    const alert = await screen.findByRole('alert')
    expect(within(alert).getByText('The file is not what its name says')).toBeVisible()
    await user.click(within(alert).getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('link', { name: 'offer.pdf' })).toBeVisible()
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  })

  it('do not leave the browser when no such file is taken', async () => {
    open([])
    await screen.findByText(/None yet/)
    const clipboardData = { files: [pdf('run.exe')], types: ['Files'] }
    fireEvent.paste(document.body, { clipboardData })
    expect(await screen.findByText('Files of this kind are not taken')).toBeVisible()
  })
})
