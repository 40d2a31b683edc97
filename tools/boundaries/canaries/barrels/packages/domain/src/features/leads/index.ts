export * from './leads.ts'
