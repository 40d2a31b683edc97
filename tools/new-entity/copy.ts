import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { root } from '../source/files.ts'

const WORKSPACES = ['apps/api', 'apps/web', 'packages/domain', 'prisma', 'e2e']
const FILES = [
  'package.json',
  'pnpm-workspace.yaml',
  'tsconfig.base.json',
  'tsconfig.json',
  'prisma.config.ts',
  'vitest.config.ts',
  '.oxlintrc.json',
  '.oxfmtrc.json',
  '.gitignore',
]
const LEFT_OUT = new Set(['dist', 'test-results', 'playwright-report'])

/**
 * Copies the checkout into an empty folder so that checks run there as they do here. Packages are shared by links; those
 * between our own packages are made anew, because a copied link would lead back to the original.
 */
export function copyCheckout(target: string): void {
  for (const file of FILES) cpSync(path.join(root, file), path.join(target, file))
  for (const folder of [...WORKSPACES, 'tools'].filter((one) => existsSync(path.join(root, one)))) {
    cpSync(path.join(root, folder), path.join(target, folder), { recursive: true, filter: isSource })
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(target, 'node_modules'))
  for (const workspace of WORKSPACES) linkPackages(workspace, target)
}

const isSource = (file: string) => !LEFT_OUT.has(path.basename(file)) && path.basename(file) !== 'node_modules'

function linkPackages(workspace: string, target: string): void {
  const from = path.join(root, workspace, 'node_modules')
  const to = path.join(target, workspace, 'node_modules')
  mkdirSync(path.join(to, '@rapport'), { recursive: true })
  for (const name of existsSync(from) ? readdirSync(from) : []) {
    if (name !== '@rapport') symlinkSync(path.join(from, name), path.join(to, name))
  }
  symlinkSync(path.join(target, 'packages/domain'), path.join(to, '@rapport/domain'))
  symlinkSync(path.join(target, 'prisma'), path.join(to, '@rapport/prisma'))
}
