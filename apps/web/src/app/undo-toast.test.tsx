import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { Providers } from './providers.tsx'
import { forgetActs, useActs } from '../lib/acts.ts'
import { offlineProblem, Problem } from '../lib/problem.ts'
import { makeQueryClient } from '../lib/query-client.ts'
import { useUndoToast } from '../ui/use-undo-toast.ts'

afterEach(() => act(forgetActs))

function Screen({ undo }: { undo: () => Promise<unknown> }) {
  const undoable = useUndoToast()
  return (
    <>
      <button type="button" onClick={() => undoable('Moved', undo)}>
        Move
      </button>
      <ul>
        {useActs().map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </>
  )
}

async function takeBack(undo: () => Promise<unknown>) {
  render(
    <Providers client={makeQueryClient()}>
      <Screen undo={undo} />
    </Providers>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Move' }))
  expect(screen.getByRole('listitem')).toHaveTextContent('Moved')
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
}

it('says that it was taken back, and offers it no more', async () => {
  const undo = vi.fn<() => Promise<void>>().mockResolvedValue()
  await takeBack(undo)
  expect(await screen.findByText('Undone: Moved')).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
  expect(screen.queryByRole('listitem')).toBeNull()
  expect(undo).toHaveBeenCalledTimes(1)
})

it('says why it cannot be taken back', async () => {
  const refusal = new Problem({ status: 409, code: 'x', title: 'No', detail: 'Somebody moved it on.' })
  await takeBack(() => Promise.reject(refusal))
  expect(await screen.findByText('Somebody moved it on.')).toBeVisible()
  expect(screen.queryByRole('listitem')).toBeNull()
})

it('can be taken back still when the server was not reached', async () => {
  const undo = vi
    .fn<() => Promise<unknown>>()
    .mockRejectedValueOnce(offlineProblem(new Error('x')))
    .mockResolvedValue(0)
  await takeBack(undo)
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  expect(await screen.findByText('Undone: Moved')).toBeVisible()
  expect(undo).toHaveBeenCalledTimes(2)
})
