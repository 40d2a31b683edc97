/*
 * `npm run new:migration add_phone` writes the SQL that brings the database to the schema. Read it before you commit: nothing
 * warns of lost data, and a renamed column looks like one dropped and one added.
 */
import { root } from './source/files.ts'
import { writeMigration } from './migrations/write.ts'

const name = process.argv[2] ?? ''
if (!/^[a-z0-9]+(_[a-z0-9]+)*$/.test(name)) {
  console.error('Name the migration in words: npm run new:migration add_phone')
  process.exitCode = 1
} else {
  const file = await writeMigration(root, name, new Date())
  console.log(
    file
      ? `${file}\nRead it: a column that was renamed is dropped and added here.`
      : 'The migrations give the schema already.',
  )
}
