/** What the matrix must know of a noun: how a record of it comes to be, what may be written to it, and where its canary shows. */
import type { PrismaClient } from '@rapport/prisma'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import type { Owner } from '../people.ts'

/** `customerOwner` owns the customer that a child hangs on. */
export type Given = Owner & { canary: string; deletedAt: Date | null; customerOwner: Owner }
export type World = {
  /** Queries of routes beside the list, where the schema's sample names nothing that exists. */
  asides?: Record<string, (prisma: PrismaClient) => Promise<string>>
  /** What must be true of the record before a command, by its last path segment. */
  prepare?: Record<string, (prisma: PrismaClient, id: string) => Promise<unknown>>
  /** Rows without owner: the company's, seen by all who may read the noun. */
  open?: true
  /** Its owner's alone: no right reaches further. */
  personal?: true
  /** Hangs on a customer, whose readers see it too. */
  child?: true
  /** No trash: the relation does not exist. */
  lasting?: true
  /** A record with the canary in it; its id. */
  make: (prisma: PrismaClient, given: Given) => Promise<string>
  /** Makes a record that refers to this one, so that it is reached from there. */
  refer?: (prisma: PrismaClient, id: string, owner: Owner) => Promise<unknown>
  /** The filterable field that holds the canary. */
  canaryField?: string
  /** What a bulk change sets. */
  bulk?: object
  draft: (prisma: PrismaClient, canary: string, asker: Owner) => Promise<object>
  patch?: (canary: string) => object
  /** Bodies of commands by their last path segment; version alone unless named. `heirId` is somebody else than the owner. */
  commands?: Record<string, (prisma: PrismaClient, about: { id: string; heirId: string }) => Promise<object>>
}

export const label = (text: string) => ({ zh: text, en: text })
export const trashed = ({ deletedAt }: Given) => (deletedAt ? { deletedAt } : {})
export const aCustomerOf = async (prisma: PrismaClient, { customerOwner }: Given) =>
  (await aCustomer(prisma, { ...customerOwner })).id

export const aCanary = (): string => unique('canary-')
